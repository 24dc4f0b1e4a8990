import { expect, test } from 'vitest';
import { isTest, place, ROOT, readSources, withTree } from './source.ts';

/** Where the words beside a field stand, in both languages, under the schema's own words. */
const REMARKS = 'src/agenda/shape-remarks.ts';

/** Words of its own that a schema gives a refusal: `error: '…'`, `.regex(…, '…')`, `.refine(…, '…')`. */
const OWN_WORDS = /(?:error: |\.re(?:gex|fine)\([^'\n]*, )'([^'\n]+)'/g;

function unsaid(root: string): string[] {
  const sources = readSources(root).filter(({ path }) => !path.startsWith('src/web/') && !isTest(path));
  const remarks = sources.find(({ path }) => path === REMARKS)?.text ?? '';
  return sources.flatMap((file) =>
    [...file.text.matchAll(OWN_WORDS)]
      .filter(([, words]) => !remarks.includes(`'${words}': {`))
      .map((match) => `${place(file, match.index)} „${match[1]}“ has no row in ${REMARKS}`),
  );
}

test('what a schema refuses in its own words is said in both languages', () => {
  expect(unsaid(ROOT)).toEqual([]);
});

test('words without a row are found', () => {
  const schema =
    "z.string().regex(/x/, 'Nur x'); z.string().refine((a) => a, { error: 'Nur y' }); z.url({ error: 'Nur z' });";
  withTree({ [REMARKS]: "const a = {\n  'Nur z': {} };", 'src/council/a.ts': schema }, (root) =>
    expect(unsaid(root).map((one) => one.replace(/ .*„(.*)“.*/, ' $1'))).toEqual([
      'src/council/a.ts:1 Nur x',
      'src/council/a.ts:1 Nur y',
    ]),
  );
});
