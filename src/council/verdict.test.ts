import { describe, expect, test } from 'vitest';
import type { CheckId } from './paper.ts';
import { moneyMeasure, postsMeasure, smallAgenda, smallAnswer } from './testing.ts';
import { decideVerdict, pointState, type VerdictFacts } from './verdict.ts';

const facts = (changes: Partial<VerdictFacts>): VerdictFacts => ({
  kind: 'motion',
  checks: [],
  points: ['new'],
  answered: false,
  needsProject: true,
  answer: smallAnswer(),
  ...changes,
});

const notMet = (check: CheckId): Partial<VerdictFacts> => ({
  checks: [{ check, decision: 'notMet', reason: 'Grund.', by: 'Rechtsamt', on: '2021-01-04' }],
});

const noProject = { needsProject: false, answer: null };
const asAsked = smallAnswer({ askedStart: '2021-09-06' });
const never = (measures = [moneyMeasure]) => smallAnswer({ kept: null, measures });

const stopped = (changes: Parameters<typeof smallAnswer>[0]) =>
  smallAnswer({ ...changes, engine: { ...smallAnswer().engine, complete: false } });

describe('the decision table', () => {
  test.each([
    ['not competent', notMet('competence'), 'notCompetent', 'notCompetent', null],
    ['dealt with in the last six months', notMet('sixMonths'), 'rejected', 'inadmissible', null],
    ['no quorum', notMet('quorum'), 'rejected', 'inadmissible', null],
    ['not votable', notMet('votable'), 'rejected', 'notVotable', null],
    ['a missing funding proposal alone decides nothing', notMet('fundingProposal'), 'notNow', 'later', '2021-09-06'],
    ['an answered inquiry', { ...noProject, answered: true, points: [] }, 'alreadyDone', 'answered', null],
    ['a new project, not computed', { answer: null }, null, 'notComputed', null],
    ['stopped before a start was found', { answer: stopped({ kept: null }) }, null, 'notComputed', null],
    ['stopped after a start was found', { answer: stopped({}) }, 'notNow', 'later', '2021-09-06'],
    ['later', {}, 'notNow', 'later', '2021-09-06'],
    ['as asked', { answer: asAsked }, 'accepted', 'now', null],
    ['as asked, in part', { answer: asAsked, points: ['new', 'elsewhere'] }, 'acceptedInPart', 'nowInPart', null],
    [
      'money brings the asked start',
      { answer: smallAnswer({ measures: [{ ...moneyMeasure, start: '2021-02-08' }] }) },
      'onlyWithBudget',
      'moneyHelps',
      null,
    ],
    ['money alone makes it possible at all', { answer: never() }, 'onlyWithBudget', 'moneyHelps', null],
    ['only posts make it possible', { answer: never([postsMeasure]) }, 'onlyWithBudget', 'postsHelp', null],
    ['nothing makes it possible', { answer: never([]) }, 'rejected', 'outOfReach', null],
    ['nobody has decided', { ...noProject, points: ['undecided', 'done'] }, null, 'undecided', null],
    ['no points at all', { ...noProject, points: [] }, null, 'undecided', null],
    ['decided but linked to nothing', { ...noProject, points: ['unlinked'] }, null, 'unlinked', null],
    ['all done', { ...noProject, points: ['done', 'done'] }, 'alreadyDone', 'done', null],
    ['under way', { ...noProject, points: ['done', 'underWay'] }, 'underWay', 'underWay', null],
    ['somewhere else', { ...noProject, points: ['elsewhere'] }, 'refer', 'elsewhere', null],
    ['partly done, partly elsewhere', { ...noProject, points: ['done', 'elsewhere'] }, 'acceptedInPart', 'mixed', null],
  ] as const)('%s', (_name, changes, value, rule, lookAgainOn) => {
    expect(decideVerdict(facts(changes as Partial<VerdictFacts>))).toEqual({ value, rule, lookAgainOn });
  });
});

describe('state of a point', () => {
  const { projects } = smallAgenda();
  const decision = (changes: object) => ({
    point: '1',
    scope: 'administration' as const,
    relations: [],
    by: 'Team',
    on: '2021-01-04',
    ...changes,
  });
  const to = (...ids: string[]) => ({ relations: ids.map((id) => ({ kind: 'project' as const, id })) });

  test.each([
    ['undecided', undefined, 'undecided'],
    ['needs a new project', decision({ candidate: 'C1' }), 'new'],
    ['finished project', decision(to('A1')), 'done'],
    ['running project', decision(to('A1', 'A2')), 'underWay'],
    ['unknown project', decision(to('X')), 'unlinked'],
    ['city society', decision({ scope: 'city' }), 'elsewhere'],
    ['administration, no link', decision({}), 'unlinked'],
  ])('%s', (_name, given, expected) => {
    expect(pointState(given, projects)).toBe(expected);
  });

  test('a stopped project carries nothing', () => {
    const stopped = projects.map((one) => ({ ...one, status: 'stopped' as const }));
    expect(pointState(decision(to('A2')), stopped)).toBe('unlinked');
  });
});
