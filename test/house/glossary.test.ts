import { expect, test } from 'vitest';
import { glossaryFaults, glossaryRows } from './glossary.ts';
import { ROOT, withTree } from './source.ts';

test('GLOSSARY.md and the code use the same words', () => {
  expect(glossaryFaults(ROOT)).toEqual([]);
});

const code = {
  'src/agenda/index.ts': `export * from './offer.ts';\nexport type { Team } from './team.ts';`,
  'src/agenda/offer.ts': `export const offerSchema = { level: 'municipalCompany' };\nexport const helper = 1;`,
  'src/agenda/team.ts': 'export type Team = { id: string };\nexport type Hidden = string;',
};
const head = '| German | Identifier | Meaning | S |\n|---|---|---|---|\n';

test('a noun without a row and a row without code are found', () => {
  const glossary = `${head}| Angebot | \`offer\` | what a partner offers | K |\n| Amt | \`office\` | unit | K |\n`;
  withTree({ ...code, 'GLOSSARY.md': glossary }, (root) =>
    expect(glossaryFaults(root)).toEqual([
      expect.stringContaining('src/agenda/index.ts exports "team"'),
      expect.stringContaining('GLOSSARY.md:4: "office" is not in src'),
    ]),
  );
});

test('several identifiers, values and mere words are accepted', () => {
  const glossary = `${head}| Angebot, Team | **offer** / team | – | K |\n| Eigenbetrieb | municipalCompany | – | L |\n| Amt | office (word only) | – | L |\n`;
  withTree({ ...code, 'GLOSSARY.md': glossary }, (root) => expect(glossaryFaults(root)).toEqual([]));
});

test('a missing glossary is a fault with an instruction', () => {
  withTree(code, (root) => expect(glossaryFaults(root)).toEqual([expect.stringContaining('GLOSSARY.md is missing')]));
  expect(glossaryRows('no table at all')).toEqual([]);
});
