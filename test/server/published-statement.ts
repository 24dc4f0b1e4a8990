import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkObject, type Seen } from '../../src/formats/oparl/testing.ts';
import type { Client } from './harness.ts';
import type { StatementDesk } from './statement-text.ts';

/** What the public sees of a released statement besides its text: part of `statement-work.test.ts`. */

interface Shown {
  address: () => string;
  publicText: (more: string) => Promise<string>;
  paper: string;
}

export const sha256 = async (answer: Response): Promise<string> =>
  createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');

/** The agenda behind a release. */
export function approvedAgendaTests({ address, publicText, paper }: Shown): void {
  test('behind a release stands the agenda as it was approved on that day, whatever is approved later', async () => {
    expect(await publicText(`/${paper}.1`)).toContain(`href="/oeffentlich/chemnitz/${paper}.1/agenda"`);
    const page = await publicText(`/${paper}.1/agenda`);
    expect(page).toContain('Genehmigter Fahrplan hinter der Stellungnahme');
    expect(page).not.toContain('<script');
    const before = await publicText(`/${paper}.1/agenda.json`);
    const { areas } = JSON.parse(before) as { areas: { projects: { id: string; start: string }[] }[] };
    const [one] = areas.flatMap(({ projects }) => projects);
    expect(page).toContain(one?.id);
    expect(before).not.toMatch(/Cents|Tenths|risks|notes/);
    expect((await fetch(`${address()}/oeffentlich/chemnitz/${paper}.1/anderes`)).status).toBe(404);
    expect((await fetch(`${address()}/oeffentlich/chemnitz/${paper}.9/agenda`)).status).toBe(404);
  });
}

/** Correction and withdrawal, for people and for programs. */
export function withdrawalTests(
  shown: Shown & {
    desk: () => StatementDesk;
    people: () => { council: Client; approver: Client };
    done: (client: Client, more: string, body: unknown, method?: string) => Promise<void>;
    refused: (client: Client, more: string, body: unknown, words: string) => Promise<void>;
  },
): void {
  const { address, desk, people, done, refused, publicText, paper } = shown;
  test('a withdrawal leaves a tombstone with its reason', async () => {
    await done(people().council, '/arrange', { units: [], inOrder: false });
    await done(people().council, '/submit', {});
    await done(people().approver, '/release', {});
    // The correction says what it corrects: on its page, in its files, for programs.
    const corrected = await publicText(`/${paper}.2`);
    expect(corrected).toContain(`Berichtigt die <a href="/oeffentlich/chemnitz/${paper}.1">Fassung 1</a>`);
    expect(corrected).toContain('Berichtigte Fassung 2. Sie ersetzt die Fassung 1 vom');
    const { corrects } = JSON.parse(await publicText(`/${paper}.2.json`)) as { corrects: string };
    expect(corrects).toBe(`urn:fahrplan:chemnitz:statement:${paper}.1`);
    expect(await publicText(`/${paper}.1`)).toContain('Es gibt eine neuere Fassung');
    await refused(people().approver, '/withdraw', { edition: 3, reason: 'Gibt es nicht.' }, 'die noch gilt');
    await done(people().approver, '/withdraw', { edition: 2, reason: 'Falscher Stand der Zahlen.' });
    expect(desk().publications.map(({ publication }) => publication.id)).toEqual([
      `${paper}.1`,
      `${paper}.2`,
      `${paper}.2.withdrawn`,
    ]);
    expect(await publicText(`/${paper}.2`)).toContain('Falscher Stand der Zahlen.');
    expect((await fetch(`${address()}/oeffentlich/chemnitz/${paper}.2.pdf`)).status).toBe(404);
    const older = await publicText(`/${paper}.1`);
    expect(older).toMatch(/Eine neuere Fassung .* wurde zurückgezogen/);
    expect(await publicText('/feed.atom')).toMatch(/<title>Zurückgezogen: Stellungnahme zum .*, Fassung 2<\/title>/);
    // Whoever works here still has the files of each edition.
    const kept = await people().council.send('GET', `/api/papers/${paper}/statement.pdf?edition=2`);
    const second = desk().publications[1]?.publication;
    expect(second?.kind === 'release' && second.files?.pdf).toBe(await sha256(kept));
    expect((await people().council.send('GET', `/api/papers/${paper}/statement.pdf?edition=3`)).status).toBe(404);
  });

  test('programs hear of the withdrawal when they ask what has changed; the file is gone', async () => {
    const base = `${address()}/oparl/v1.1/body/chemnitz`;
    const since = encodeURIComponent(desk().publications.at(-1)?.publishedAt ?? '');
    const { data } = (await (await fetch(`${base}/paper?modified_since=${since}`)).json()) as { data: Seen[] };
    const found = data.map(checkObject).find((one) => one.id === `${base}/paper/${paper}~2`);
    expect(found?.deleted).toBe(true);
    expect((await fetch(`${base}/file/${paper}~2.html/content`)).status).toBe(410);
    expect((await fetch(`${base}/file/${paper}~1.html/content`)).status).toBe(200);
  });
}
