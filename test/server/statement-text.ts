import { expect, test } from 'vitest';
import type { Publication, StaleFigure, StatementFile } from '../../src/council/index.ts';
import type { Client } from './harness.ts';

export interface StatementDesk {
  file: StatementFile;
  version: number;
  stale: StaleFigure[];
  places: unknown[];
  publications: { publication: Publication; publishedAt: string }[];
}

/** The blocks with nothing left to fill in by hand. */
export const withoutMissing = ({ file }: StatementDesk): Pick<StatementFile['content'], 'blocks'> => ({
  blocks: file.content.blocks.map((block) => ({ ...block, missing: [] })),
});

/** The text of a statement while it is worked on: comments at its words, figures whose record changes. */
export function statementTextTests({
  desk,
  people,
  done,
  refused,
  path,
}: {
  desk: () => StatementDesk;
  people: () => Record<'council' | 'office' | 'programme', Client>;
  done: (client: Client, step: string, body: unknown, method?: string) => Promise<void>;
  refused: (client: Client, step: string, body: unknown, words: string) => Promise<void>;
  path: () => string;
}): void {
  test('a comment stands at words of the text, is answered, and finds its words again after an edit', async () => {
    const { council, office } = people();
    const words = (): string =>
      (desk().file.content.blocks[0]?.paragraphs ?? [])
        .map((one) => one.runs.map((run) => run.text).join(''))
        .join('\n');
    const quote = 'dankt für den Antrag';
    const place = (): object => ({ start: words().indexOf(quote), end: words().indexOf(quote) + quote.length });
    const block = desk().file.content.blocks[0]?.id;
    const about = { block, passage: { quote, start: words().indexOf(quote) }, text: 'Bitte auch der Fraktion.' };
    await refused(office, '/comment', { ...about, passage: { quote, start: 0 } }, 'Diese Stelle gibt es im Text nicht');
    await refused(office, '/comment', { ...about, passage: { quote: ' ', start: 0 } }, 'keine Stelle markiert');
    await done(office, '/comment', about);
    expect(desk().places).toEqual([place()]);
    await done(council, '/answer', { comment: 0, text: 'Gern.' });
    const [head, ...rest] = withoutMissing(desk()).blocks;
    const first = { kind: 'text', runs: [{ kind: 'words', text: 'Vorbemerkung.' }] };
    const longer = { ...head, paragraphs: [first, ...(head?.paragraphs ?? [])] };
    await done(council, '/text', { blocks: [longer, ...rest] }, 'PUT');
    expect(words()).toMatch(/^Vorbemerkung/);
    expect(desk().places).toEqual([place()]);
    await done(council, '/settle', { comment: 0 });
    expect(desk().file.comments).toMatchObject([
      { settled: true, settledBy: 'test-council', answers: [{ text: 'Gern.' }] },
    ]);
  });

  test('a figure turns stale as soon as its record says something else, before anything is computed again', async () => {
    const { council, programme } = people();
    const partner = '/api/records/partner/komm24';
    const { body, version } = await programme.get<{ body: object; version: number }>(partner);
    const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
    const renamed = { ...body, name: 'Komm24 gGmbH' };
    const sent = await programme.send('PUT', partner, { body: JSON.stringify(renamed), headers });
    expect(sent.status, await sent.text()).toBe(200);
    const { work } = await council.get<{ work: StatementDesk }>(path());
    expect(work.stale).toMatchObject([{ key: 'partner:komm24', inText: 'Komm24 GmbH', now: 'Komm24 gGmbH' }]);
    await refused(council, '/submit', {}, 'Werte, die sich inzwischen geändert haben');
    await done(council, '/take-over', { keys: ['partner:komm24'] });
    expect(desk().stale).toEqual([]);
    expect(JSON.stringify(desk().file.content.blocks)).toContain('Komm24 gGmbH');
  });
}
