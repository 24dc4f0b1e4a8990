import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement } from './assessment.ts';
import { type Delegation, delegationFault, giversOf } from './delegation.ts';
import { type ReleasedEdition, releasedEditions } from './editions.ts';
import { openStatement, type StatementCommand, stepStatement } from './release.ts';
import type { Publication, StatementFile } from './statement-file.ts';

/** Sequences in a normal run, and in the long one. */
const RUNS = process.env.LONG ? 10_000 : 500;
const PERSONS = ['anna', 'ben', 'cem', 'dora'] as const;
const UNITS = ['kaemmerei', 'hauptamt', 'it-amt'] as const;

const text = (words: string, missing: string[] = []): Statement => ({
  format: 'fahrplan-statement',
  version: 1,
  paper: 'ba-1-2021',
  title: 'Stellungnahme',
  asOf: '2021-01-04',
  blocks: [
    {
      id: 'verdict',
      title: 'Ergebnis',
      paragraphs: [{ kind: 'text', runs: [{ kind: 'words', text: words }] }],
      missing,
    },
  ],
  evidence: [],
  footnotes: [],
});

const opened = (units: readonly string[] = UNITS): StatementFile =>
  openStatement({ content: text('eins'), planRun: 'r1', units, person: 'anna' });
const at = (person: string, stale = 0, released: readonly ReleasedEdition[] = []) => ({
  person,
  today: '2021-01-05',
  stale,
  released,
});
const hash = 'a'.repeat(64);

function walked(file: StatementFile, ...steps: [StatementCommand, ReturnType<typeof at>][]): StatementFile {
  return steps.reduce((now, [command, context]) => {
    const outcome = stepStatement(now, command, context);
    if ('refused' in outcome) throw new Error(`${command.kind}: ${outcome.refused}`);
    return outcome.file;
  }, file);
}

const refusal = (file: StatementFile, command: StatementCommand, context = at('dora')): string | null => {
  const outcome = stepStatement(file, command, context);
  return 'refused' in outcome ? outcome.refused : null;
};

const submitted = walked(opened(['it-amt']), [{ kind: 'submit' }, at('anna')]);
const signed = walked(submitted, [{ kind: 'sign', unit: 'it-amt' }, at('ben')]);

describe('release of a statement', () => {
  test('whoever has written cannot release; somebody else can, and the text is kept as it was', () => {
    expect(refusal(signed, { kind: 'release', hash }, at('anna'))).toBe('sameHands');
    const outcome = stepStatement(signed, { kind: 'release', hash }, at('dora'));
    expect(outcome).toMatchObject({
      file: { stage: 'released' },
      publication: { id: 'ba-1-2021.1', hash, authors: ['anna'], releasedBy: 'dora', content: signed.content },
    });
  });

  test('a deputy releases for somebody else, but neither the own text nor that of the person represented', () => {
    const release = (person: string, actingFor: string) =>
      stepStatement(signed, { kind: 'release', hash, actingFor }, at(person));
    expect(release('dora', 'cem')).toMatchObject({ publication: { releasedBy: 'dora', releasedFor: 'cem' } });
    expect(release('dora', 'anna')).toEqual({ refused: 'sameHands' });
    expect(release('anna', 'cem')).toEqual({ refused: 'sameHands' });
    const cosigned = walked(submitted, [{ kind: 'sign', unit: 'it-amt', actingFor: 'cem' }, at('dora')]);
    expect(cosigned.cosigners[0]).toMatchObject({ by: 'dora', for: 'cem' });
  });

  test('a delegation holds from its first to its last day, is not passed on, and is checked', () => {
    const days = { from: '2021-01-04', until: '2021-01-08' };
    const list: Delegation[] = [
      { id: 'a', giver: 'cem', deputy: 'dora', ...days },
      { id: 'b', giver: 'ben', deputy: 'cem', ...days },
    ];
    const givers = (day: string): string[] => giversOf(list, 'dora', day);
    expect(['2021-01-03', '2021-01-04', '2021-01-08', '2021-01-09'].map(givers)).toEqual([[], ['cem'], ['cem'], []]);
    const [first] = list;
    if (first === undefined) throw new Error('no delegation');
    expect(delegationFault(first)).toBeNull();
    expect(delegationFault({ ...first, deputy: 'cem' })?.field).toBe('deputy');
    expect(delegationFault({ ...first, until: '2021-01-03' })?.field).toBe('until');
  });

  test('any change of the text takes every signature away', () => {
    const changed = walked(signed, [{ kind: 'edit', content: text('zwei') }, at('cem')]);
    expect(changed).toMatchObject({ stage: 'draft', authors: ['anna', 'cem'], cosigners: [{ state: 'open' }] });
    expect(refusal(changed, { kind: 'release', hash })).toBe('notCosigning');
  });

  test('what is missing, stale, unsigned or commented on is named and not released', () => {
    expect(refusal(submitted, { kind: 'release', hash })).toBe('cosignatureMissing');
    expect(refusal(signed, { kind: 'release', hash }, at('dora', 1))).toBe('staleFigures');
    const commented = walked(signed, [{ kind: 'comment', block: 'verdict', text: 'Bitte kürzer.' }, at('ben')]);
    expect(refusal(commented, { kind: 'release', hash })).toBe('openComments');
    const settled = walked(commented, [{ kind: 'settle', comment: 0 }, at('anna')]);
    expect(refusal(settled, { kind: 'release', hash })).toBeNull();
    const open = walked(opened(), [{ kind: 'edit', content: text('eins', ['Unterzeichner']) }, at('anna')]);
    expect(refusal(open, { kind: 'submit' })).toBe('missingParts');
    expect(refusal(opened(), { kind: 'submit' }, at('anna', 2))).toBe('staleFigures');
  });

  test('in order, each unit waits for the one before; a returned text is a draft again', () => {
    const ordered = walked(
      opened(),
      [{ kind: 'arrange', units: ['it-amt', 'hauptamt'], inOrder: true }, at('anna')],
      [{ kind: 'submit' }, at('anna')],
    );
    expect(refusal(ordered, { kind: 'sign', unit: 'hauptamt' })).toBe('notYourTurn');
    expect(refusal(ordered, { kind: 'sign', unit: 'kaemmerei' })).toBe('unknownUnit');
    const returned = walked(ordered, [
      { kind: 'return', unit: 'it-amt', comment: 'Die Zahl stimmt nicht.' },
      at('ben'),
    ]);
    expect(returned).toMatchObject({
      stage: 'draft',
      cosigners: [{ state: 'returned', by: 'ben' }, { state: 'open' }],
    });
  });

  test('a correction is a new edition, a withdrawal a tombstone, and a released text takes no other step', () => {
    const released = walked(signed, [{ kind: 'release', hash }, at('dora')]);
    for (const command of [
      { kind: 'edit', content: text('drei') },
      { kind: 'submit' },
      { kind: 'sign', unit: 'it-amt' },
      { kind: 'release', hash },
      { kind: 'arrange', units: [], inOrder: false },
      { kind: 'comment', block: 'verdict', text: 'x' },
    ] satisfies StatementCommand[])
      expect(refusal(released, command)).toBe('frozen');
    const corrected = walked(released, [{ kind: 'correct' }, at('ben')]);
    expect(corrected).toMatchObject({ edition: 2, stage: 'draft', authors: ['ben'] });
    const again = walked(corrected, [{ kind: 'submit' }, at('ben')], [{ kind: 'sign', unit: 'it-amt' }, at('cem')]);
    const editions = [{ edition: 1, on: '2021-01-05', standing: true }];
    expect(stepStatement(again, { kind: 'release', hash }, at('dora', 0, editions))).toMatchObject({
      publication: { edition: 2, corrects: { edition: 1, on: '2021-01-05' } },
    });
    const withdraw = (edition: number) => ({ kind: 'withdraw', edition, reason: 'Falscher Stand.' }) as const;
    const first: ReleasedEdition = { edition: 1, on: '2021-01-05', standing: true };
    const withdrawn = stepStatement(released, withdraw(1), at('dora', 0, [first]));
    expect(withdrawn).toMatchObject({ file: { stage: 'withdrawn' }, publication: { id: 'ba-1-2021.1.withdrawn' } });
    expect(refusal(released, withdraw(2), at('dora', 0, [first]))).toBe('notReleased');
    expect(refusal(released, withdraw(1), at('dora', 0, [{ ...first, standing: false }]))).toBe('notReleased');
    // While the correction is written, the edition that the public sees can be taken back; the work goes on.
    const meanwhile = stepStatement(corrected, withdraw(1), at('dora', 0, [first]));
    expect(meanwhile).toMatchObject({ file: corrected, publication: { edition: 1 } });
  });
});

describe('comments', () => {
  const passage = { quote: 'ein', start: 0 };
  const on = { kind: 'comment', block: 'verdict', text: 'Bitte genauer.' } as const;

  test('stand at words of the text, are answered and settled, and change no text', () => {
    const file = walked(
      opened(),
      [{ ...on, passage }, at('ben')],
      [{ kind: 'answer', comment: 0, text: 'Gern.' }, at('anna')],
      [{ kind: 'settle', comment: 0 }, at('anna')],
    );
    expect(file.comments).toEqual([
      {
        block: 'verdict',
        passage,
        text: 'Bitte genauer.',
        by: 'ben',
        on: '2021-01-05',
        answers: [{ by: 'anna', on: '2021-01-05', text: 'Gern.' }],
        settled: true,
        settledBy: 'anna',
      },
    ]);
    expect(file.content).toEqual(opened().content);
    expect(file.authors).toEqual(['anna']);
  });

  test('at a place that is not there, or about a comment that is not there, are refused', () => {
    expect(refusal(opened(), { ...on, block: 'scope' })).toBe('unknownPlace');
    expect(refusal(opened(), { ...on, passage: { quote: 'zwei', start: 0 } })).toBe('unknownPlace');
    expect(refusal(opened(), { ...on, passage: { ...passage, start: 1 } })).toBe('unknownPlace');
    expect(refusal(opened(), { kind: 'answer', comment: 0, text: 'x' })).toBe('unknownComment');
    expect(refusal(opened(), { kind: 'settle', comment: 0 })).toBe('unknownComment');
  });
});

/** A step of the model: somebody's session, which may have seen an older version, sends a command. */
const step = fc.record({
  person: fc.constantFrom(...PERSONS),
  /** How many versions ago the session looked at the file: 0 is the present one. */
  behind: fc.constantFrom(0, 0, 0, 0, 1, 2),
  stale: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
  day: fc.constantFrom('2021-01-04', '2021-01-05', '2021-01-06'),
  command: fc.oneof(
    {
      weight: 2,
      arbitrary: fc.constantFrom('a', 'b', 'c').map((words) => ({ kind: 'edit', content: text(words) }) as const),
    },
    fc.subarray([...UNITS]).map((units) => ({ kind: 'arrange', units, inOrder: units.length > 1 }) as const),
    { weight: 10, arbitrary: fc.constant({ kind: 'submit' } as const) },
    { weight: 14, arbitrary: fc.constantFrom(...UNITS).map((unit) => ({ kind: 'sign', unit }) as const) },
    fc.constantFrom(...UNITS).map((unit) => ({ kind: 'return', unit, comment: 'nein' }) as const),
    { weight: 10, arbitrary: fc.constant({ kind: 'release', hash } as const) },
    fc.constant({ kind: 'correct' } as const),
    fc.constantFrom(1, 2, 3).map((edition) => ({ kind: 'withdraw', edition, reason: 'alt' }) as const),
    fc.constant({ kind: 'comment', block: 'verdict', text: 'hm' } as const),
    fc.constant({ kind: 'answer', comment: 0, text: 'ja' } as const),
    fc.constant({ kind: 'settle', comment: 0 } as const),
  ),
});

/** Who holds the right to release in the model; everybody else needs somebody who has handed it over. */
const HOLDERS: readonly string[] = ['cem', 'dora'];

const delegation = fc.record({
  id: fc.uuid(),
  giver: fc.constantFrom(...PERSONS),
  deputy: fc.constantFrom(...PERSONS),
  from: fc.constantFrom('2021-01-04', '2021-01-05'),
  until: fc.constantFrom('2021-01-05', '2021-01-06'),
});

/** The right in which somebody releases: the own one (null), or that of a holder who is represented on the day. */
function rightOf(person: string, delegations: readonly Delegation[], day: string): string | null | undefined {
  return HOLDERS.includes(person) ? null : giversOf(delegations, person, day).find((one) => HOLDERS.includes(one));
}

test(`${RUNS} random sequences with deputies: nothing is released by one person, no released text changes`, () => {
  let releases = 0;
  let represented = 0;
  const sequence = fc.array(step, { minLength: 30, maxLength: 80 });
  fc.assert(
    fc.property(sequence, fc.subarray([...UNITS]), fc.array(delegation, { maxLength: 4 }), (steps, units, deputies) => {
      let file = opened(units);
      let version = 1;
      const published = new Map<string, string>();
      const publications: Publication[] = [];
      /** Everybody who sent a text for the edition, told by the test itself. */
      let writers = new Set(['anna']);
      for (const { person, behind, stale, day, command: sent } of steps) {
        // The store refuses whoever did not see the present version (If-Match).
        if (version - behind !== version) continue;
        const actingFor = sent.kind === 'release' ? rightOf(person, deputies, day) : null;
        // Refused before the step, like the server does.
        if (actingFor === undefined) continue;
        const command: StatementCommand = sent.kind === 'release' ? { ...sent, actingFor } : sent;
        const before = file;
        const released = releasedEditions(publications);
        const outcome = stepStatement(file, command, { person, today: '2021-01-05', stale, released });
        if ('refused' in outcome) continue;
        file = outcome.file;
        version++;
        if (command.kind === 'edit') writers.add(person);
        if (command.kind === 'correct') writers = new Set([person]);
        if (before.stage === 'released' || before.stage === 'withdrawn') {
          expect(['correct', 'withdraw']).toContain(command.kind);
        }
        if (command.kind === 'withdraw') expect(file.content).toEqual(before.content);
        if (outcome.publication) keep(outcome.publication, before);
      }

      function keep(publication: Publication, before: StatementFile): void {
        expect(published.has(publication.id)).toBe(false);
        published.set(publication.id, JSON.stringify(publication));
        publications.push(publication);
        if (publication.kind === 'withdrawal') expect(published.has(`ba-1-2021.${publication.edition}`)).toBe(true);
        if (publication.kind !== 'release') return;
        releases++;
        if (publication.releasedFor) represented++;
        expect(writers.has(publication.releasedBy)).toBe(false);
        expect(writers.has(publication.releasedFor ?? '')).toBe(false);
        expect(HOLDERS).toContain(publication.releasedFor ?? publication.releasedBy);
        expect(publication.releasedFor).not.toBe(publication.releasedBy);
        expect(publication.content).toEqual(before.content);
        expect(publication.corrects?.edition ?? 0).toBe(publication.edition - 1);
        expect(publication.cosigners.every((one) => one.state === 'signed')).toBe(true);
      }
    }),
    { numRuns: RUNS, seed: 20_210_105 },
  );
  // A model that never gets as far as a release would prove nothing.
  expect(releases).toBeGreaterThan(RUNS / 20);
  expect(represented).toBeGreaterThan(0);
});
