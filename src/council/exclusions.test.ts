import { expect, test } from 'vitest';
import { answerQuestion } from '../planning/index.ts';
import { assess } from './assess.ts';
import { candidatesOf } from './basis.ts';
import { examined } from './examination.ts';
import { excludable, exclusionsOf, withExclusions } from './exclusions.ts';
import { smallAgenda, smallPaper } from './testing.ts';

const agenda = smallAgenda();
const paper = smallPaper();
const [candidate] = candidatesOf(paper);
const [other] = excludable(agenda);
if (!candidate || !other) throw new Error('the paper has a new project, and the agenda one that it can exclude');
const alternatives = [
  { id: candidate.id, name: 'Statt dessen', choice: 'atMostOne' as const, projects: [candidate.id, other.id] },
];

test('a question about the new project leaves out what it excludes, and says so', () => {
  const ask = (now: typeof agenda, project: typeof candidate) => answerQuestion(now, project, { seed: 1 });
  expect(assess(agenda, paper, [], { ask }).answer?.replaced).toBeUndefined();
  expect(assess(agenda, { ...paper, alternatives }, [], { ask }).answer?.replaced).toEqual([other.id]);
});

test('an exclusion enters the agenda with its project, once', () => {
  expect(exclusionsOf(agenda, { alternatives }, candidate.id)).toEqual(alternatives);
  expect(exclusionsOf(agenda, { alternatives }, 'another')).toEqual([]);
  expect(exclusionsOf({ ...agenda, projects: [] }, { alternatives }, candidate.id)).toEqual([]);
  const after = withExclusions(agenda, { alternatives });
  expect(after.alternatives).toEqual(alternatives);
  expect(withExclusions(after, { alternatives })).toBe(after);
  expect(exclusionsOf(after, { alternatives }, candidate.id)).toEqual([]);
});

test('what is a duty, has begun, is done or already up to a choice cannot be excluded', () => {
  const able = excludable(withExclusions(agenda, { alternatives })).map(({ id }) => id);
  expect(able).not.toContain(other.id);
  const but = (part: Partial<typeof other>) => excludable({ ...agenda, projects: [{ ...other, ...part }] });
  expect(but({})).toHaveLength(1);
  expect(but({ commitmentClass: 'mandatory' })).toEqual([]);
  expect(but({ status: 'inProgress' })).toEqual([]);
  expect(but({ status: 'succeeded' })).toEqual([]);
});

test('an examination without exclusions takes them away', () => {
  const decisions = { checks: [], points: [], candidates: paper.candidates };
  const signature = { by: 'anna', on: '2021-01-04' };
  const excluding = examined(paper, { ...decisions, alternatives }, signature);
  expect(excluding.alternatives).toEqual(alternatives);
  expect(examined(excluding, decisions, signature)).not.toHaveProperty('alternatives');
});
