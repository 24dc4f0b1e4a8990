import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agenda, isDuty, isInForce, type Obligation, type Project } from '../agenda/index.ts';
import type { Answer } from '../planning/index.ts';
import { assessPaper } from './assess.ts';
import type { Assessment, Evidence, Run, Statement } from './assessment.ts';
import { textOf } from './evidence.ts';
import { isStatutory, namesCity, protectedWorkName, unfoundedMandatory } from './force.ts';
import { projectName } from './records.ts';
import { draftStatement } from './statement/draft.ts';
import { chemnitz, smallAgenda } from './testing.ts';

const example = chemnitz();

/** Words that call something a duty; "keine Pflicht" says the opposite. */
const DUTY = /pflicht|verpflichtet|gesetzlich|vorgeschrieben|\bmuss\b|\bmüssen\b|zwingend/i;
const saysDuty = (text: string): boolean => DUTY.test(text.replaceAll(/keine (gesetzliche )?Pflicht/gi, ''));

interface Said {
  runs: readonly Run[];
  evidence: readonly Evidence[];
}

/** Every German paragraph of assessment and statement, with the evidence it is bound to. */
function everything(assessment: Assessment, statement: Statement): Said[] {
  const { verdict } = assessment;
  const sentences = [
    verdict.headline,
    verdict.summary,
    ...verdict.dimensions.flatMap((one) => [one.need, one.free, one.binding]),
    ...assessment.reasons,
    ...assessment.assumptions,
    ...assessment.measureTexts,
    ...assessment.tradeOffTexts,
  ];
  return [
    ...sentences.map(({ de }) => ({ runs: de, evidence: assessment.evidence })),
    ...statement.blocks
      .flatMap((block) => block.paragraphs)
      .map(({ runs }) => ({ runs, evidence: statement.evidence })),
  ];
}

/** Faults: a norm or project is called a duty although no `must` in force stands behind it. */
function overstated(agenda: Agenda, asOf: string, said: readonly Said[]): string[] {
  const weak = agenda.obligations.filter((one) => !isDuty(one, asOf));
  const free = agenda.projects.filter((one) => !isStatutory(agenda, one, asOf)).map(projectName);
  return said.flatMap(({ runs, evidence }) => {
    const faults: string[] = [];
    for (const sentence of textOf(runs).split(/(?<=\.)\s/)) {
      if (!saysDuty(sentence)) continue;
      const named = [...weak.map((one) => one.name), ...free].filter((name) => sentence.includes(name));
      faults.push(...named.map((name) => `${name}: ${sentence}`));
    }
    if (!saysDuty(textOf(runs))) return faults;
    const bound = runs.flatMap((run) => (run.kind === 'figure' ? [run.evidence] : []));
    const refs = evidence.filter((one) => bound.includes(one.id)).flatMap((one) => one.refs);
    const norms = weak.filter((one) => refs.some((ref) => ref.kind === 'obligation' && ref.id === one.id));
    return [...faults, ...norms.map((one) => `${one.id}: ${textOf(runs)}`)];
  });
}

function answerFor(agenda: Agenda, answer: Answer): { assessment: Assessment; statement: Statement } {
  const { motion, others } = example;
  const assessment = assessPaper(agenda, motion, others, { answer });
  return { assessment, statement: draftStatement(agenda, motion, others, assessment) };
}

describe('what may be called a duty', () => {
  const norm = (changes: Partial<Obligation>): Obligation => ({
    ...(smallAgenda().obligations[0] as Obligation),
    ...changes,
  });

  test.each([
    ['must, in force', {}, true],
    ['should', { force: 'should' }, false],
    ['conditional', { force: 'conditional' }, false],
    ['optional', { force: 'optional' }, false],
    ['draft', { status: 'draft' }, false],
    ['expired', { status: 'expired' }, false],
    ['changed, still in force', { status: 'changed' }, true],
    ['from a later day', { trigger: { kind: 'date', on: '2022-01-01' }, deadline: undefined }, false],
    ['from an earlier day', { trigger: { kind: 'date', on: '2020-01-01' } }, true],
  ] as const)('%s', (_name, changes, expected) => {
    expect(isDuty(norm(changes), '2021-01-04')).toBe(expected);
  });

  test.each([
    ['Städte, Gemeinden und Landkreise in Sachsen', true],
    ['öffentliche Stellen in Sachsen', true],
    ['Mitgliedstaaten, auch kommunale Behörden', true],
    ['Bund und Länder', false],
    ['Bund und Länder; die Stadt mittelbar über den Freistaat Sachsen', false],
  ])('%s names the city: %s', (addressee, expected) => {
    expect(namesCity(norm({ addressee }))).toBe(expected);
  });

  test('a project is statutory only with a duty behind it', () => {
    const agenda = smallAgenda();
    const [, payment, file] = agenda.projects as [Project, Project, Project];
    expect(isStatutory(agenda, payment, '2021-01-04')).toBe(true);
    const pretended = { ...agenda, projects: [payment, { ...file, commitmentClass: 'mandatory' as const }] };
    expect(unfoundedMandatory(pretended, '2021-01-04').map((one) => one.id)).toEqual(['A3']);
    expect(protectedWorkName(pretended, '2021-01-04').de).not.toMatch(DUTY);
    expect(protectedWorkName(agenda, '2021-01-04').de).toContain('gesetzliche Pflichten');
    expect(isInForce(agenda.obligations[0] as Obligation, '2021-01-04')).toBe(true);
  });
});

describe('no text says more than the law', () => {
  test('the example as it is; the E-Akte is nowhere a duty', () => {
    const { agenda, answer } = example;
    const { assessment, statement } = answerFor(agenda, answer);
    const said = everything(assessment, statement);
    expect(overstated(agenda, assessment.asOf, said)).toEqual([]);
    const files = said.flatMap(({ runs }) => textOf(runs).split(/(?<=\.)\s/)).filter((text) => /E-Akte/.test(text));
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter(saysDuty)).toEqual([]);
  });

  test('the check finds a planted overstatement', () => {
    const { agenda } = example;
    const runs: Run[] = [{ kind: 'words', text: 'Gesetzlich vorgeschrieben ist: E-Akte nach eigener Entscheidung.' }];
    expect(overstated(agenda, agenda.planStart, [{ runs, evidence: [] }])).toHaveLength(1);
  });

  const force = fc.constantFrom('must', 'should', 'conditional', 'optional', 'info');
  const status = fc.constantFrom('inForce', 'inForce', 'inForce', 'draft', 'expired');
  const commitment = fc.constantFrom('mandatory', 'prerequisite', 'decided', 'optional');
  const { agenda, answer } = example;
  const worlds = fc.record({
    norms: fc.array(fc.tuple(force, status), {
      minLength: agenda.obligations.length,
      maxLength: agenda.obligations.length,
    }),
    classes: fc.array(commitment, { minLength: agenda.projects.length, maxLength: agenda.projects.length }),
    statutory: fc.boolean(),
    slipping: fc.subarray(
      agenda.projects.map((one) => one.id),
      { minLength: 1 },
    ),
    binding: fc.subarray(agenda.projects.map((one) => one.id)),
  });

  test('also when forces, classes and the planner’s words are anything', () => {
    fc.assert(
      fc.property(worlds, ({ norms, classes, statutory, slipping, binding }) => {
        const changed: Agenda = {
          ...agenda,
          obligations: agenda.obligations.map((one, index) => {
            const [newForce = one.force, newStatus = one.status] = norms[index] ?? [];
            return { ...one, force: newForce as Obligation['force'], status: newStatus as Obligation['status'] };
          }),
          projects: agenda.projects.map((one, index) => ({
            ...one,
            commitmentClass: (classes[index] ?? 'optional') as Project['commitmentClass'],
          })),
        };
        const displaced = slipping.map((project, index) => ({
          ...(answer.tradeOffs[3]?.displaced[0] as Answer['tradeOffs'][number]['displaced'][number]),
          project,
          commitmentClass: 'mandatory' as const,
          lateWeeks: index % 3,
          statutoryMissed: statutory,
        }));
        const told: Answer = {
          ...answer,
          tradeOffs: answer.tradeOffs.map((one) => ({ ...one, displaced, dutiesMissed: slipping })),
          reasons: answer.reasons.map((one) => (one.kind === 'deadlines' ? { ...one, projects: binding } : one)),
        };
        const { assessment, statement } = answerFor(changed, told);
        expect(overstated(changed, assessment.asOf, everything(assessment, statement))).toEqual([]);
      }),
      { numRuns: process.env.LONG ? 3000 : 300, seed: 11 },
    );
  });
});

test('every "not now" names date, role and amount', () => {
  const { agenda, answer } = example;
  const starts = fc.constantFrom('2020-10-26', '2021-06-07', '2022-08-29', '2024-01-01');
  const amounts = fc.record({
    free: fc.integer({ min: -500, max: 2000 }),
    needed: fc.integer({ min: 1, max: 3000 }),
    team: fc.constantFrom('PM', 'ORG', 'KEY'),
  });
  fc.assert(
    fc.property(starts, amounts, (start, { free, needed, team }) => {
      const teams = answer.teams.map((one) =>
        one.team === team ? { ...one, freeTenths: free, neededTenths: needed } : one,
      );
      const kept = answer.kept && { ...answer.kept, start };
      const { verdict } = assessPaper(agenda, example.motion, example.others, {
        answer: { ...answer, kept, teams, bottleneck: team },
      });
      expect(verdict.value).toBe('notNow');
      expect(verdict.lookAgainOn).toBe(start);
      const text = `${textOf(verdict.headline.de)} ${textOf(verdict.summary.de)}`;
      expect(text).toContain(`${start.slice(8)}.${start.slice(5, 7)}.${start.slice(0, 4)}`);
      expect(text).toContain(`(${team})`);
      expect(text).toMatch(/gebraucht werden [\d.,]+\u00a0PT/);
      expect(textOf(verdict.dimensions.find((one) => one.dimension === 'money')?.need.de ?? [])).toMatch(/\d+\u00a0T€/);
    }),
    { numRuns: process.env.LONG ? 100 : 12 },
  );
});
