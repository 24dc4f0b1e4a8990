import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import { basisFault, onBasis } from './basis.ts';
import { textOf } from './evidence.ts';
import type { PaperBasis } from './paper.ts';
import { draftStatement } from './statement/draft.ts';
import { smallAgenda, smallAnswer, smallPaper } from './testing.ts';

const agenda = smallAgenda();
const paper = smallPaper();
const [project] = paper.candidates;
if (!project) throw new Error('the paper has a new project');
const basis = (kind: PaperBasis['kind'], part: Partial<PaperBasis['choice']> = {}, mode = 'own'): PaperBasis => ({
  kind,
  mode,
  choice: { without: [], effortPercent: 100, posts: null, ...part },
  by: 'Programmteam',
  on: '2021-01-05',
});
const half = { ...paper, basis: basis('smaller', { effortPercent: 50 }) };
const posts = { ...paper, basis: basis('posts', { posts: { team: 'PM', fte: 1.5, from: '2021-07-01' } }) };

test('without a choice nothing changes', () => {
  expect(onBasis(agenda, paper)).toEqual({ agenda, paper });
});

test('the planner is asked about what was chosen, never about what was asked for', () => {
  const asked: { days: number; periods: number }[] = [];
  const ask = (now: typeof agenda, candidate: typeof project) => {
    const days = Object.values(candidate.phases[0]?.work.own?.effortTenths ?? {}).reduce((sum, one) => sum + one, 0);
    asked.push({ days, periods: now.teams.find((team) => team.id === 'PM')?.capacity.length ?? 0 });
    return smallAnswer();
  };
  for (const one of [paper, half, posts]) assess(agenda, one, [], { ask });
  const [plain, smaller, staffed] = asked;
  expect(smaller?.days).toBe((plain?.days ?? 0) / 2);
  expect(staffed?.days).toBe(plain?.days);
  expect(staffed?.periods).toBeGreaterThan(plain?.periods ?? 0);
});

test('answer and statement name the choice, and their figures are of what was chosen', () => {
  const assessment = assess(agenda, half, [], { ask: () => smallAnswer() });
  expect(textOf(assessment.assumptions[0]?.de ?? [])).toMatch(
    /kleinere Fassung des Vorhabens: mit 50\u00a0% des Aufwands/,
  );
  const { blocks } = draftStatement(agenda, half, [], assessment);
  const when = blocks.find((block) => block.id === 'whenPossible');
  expect(textOf(when?.paragraphs[0]?.runs ?? [])).toMatch(/^Zugrunde liegt eine kleinere Fassung/);
});

test('what was chosen is a figure with who chose it, and when', () => {
  const staffed = assess(agenda, posts, [], { ask: () => smallAnswer() });
  expect(textOf(staffed.assumptions[0]?.de ?? [])).toMatch(
    /^Zugrunde liegen 1,5\u00a0VZÄ mehr für .* ab dem 01\.07\.2021; sie sind noch nicht bewilligt\.$/,
  );
  const bound = staffed.assumptions[0]?.de.flatMap((run) => (run.kind === 'figure' ? [run.evidence] : []));
  expect(bound).toHaveLength(2);
  expect(staffed.evidence.find((one) => one.id === bound?.[0])).toMatchObject({
    value: { de: '1,5\u00a0VZÄ' },
    derivation: { de: 'als Grundlage gewählt von Programmteam am 05.01.2021' },
    provenance: 'entered',
    refs: [{ kind: 'paper', id: paper.id, field: 'basis' }],
  });
});

test('a choice that no longer fits is refused with the way out', () => {
  expect(basisFault(agenda, half)).toBeNull();
  expect(basisFault(agenda, posts)).toBeNull();
  expect(basisFault(agenda, { ...paper, basis: basis('partner', {}, 'shared') })?.de).toMatch(/passt nicht mehr/);
  const all = project.phases.map((phase) => phase.id);
  expect(basisFault(agenda, { ...paper, basis: basis('smaller', { without: all }) })?.de).toMatch(/passt nicht mehr/);
  expect(basisFault(agenda, { ...half, pointDecisions: [] })?.de).toMatch(/kein neues Vorhaben/);
});
