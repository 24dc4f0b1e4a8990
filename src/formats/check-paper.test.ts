import { expect, test } from 'vitest';
import { type Fault, parseAgenda, pathText } from '../agenda/index.ts';
import { setAt, smallAgenda } from '../agenda/testing.ts';
import { paperFaultsBeside } from './check-paper.ts';
import { parsePaper } from './paper-file.ts';
import { smallPaper } from './testing.ts';

const parsed = parseAgenda(smallAgenda());
if ('faults' in parsed) throw new Error('the small agenda has faults');
const { agenda } = parsed;

function faultsAfter(planted: Record<string, unknown>): Fault[] {
  const json = smallPaper();
  for (const [place, value] of Object.entries(planted)) setAt(json, place, value);
  const result = parsePaper(json);
  return 'faults' in result ? result.faults : paperFaultsBeside(agenda, result.paper);
}

test('the small paper has no fault', () => expect(faultsAfter({})).toEqual([]));

const first = { number: '1', text: 'x' };
const instead = { id: 'C1', name: 'x', choice: 'atMostOne', projects: ['C1'] };
const decision = { check: 'votable', decision: 'met', reason: 'x', by: 'x', on: '2020-08-31' };

test.each<[code: string, place: string, words: string, planted: Record<string, unknown>]>([
  ['shape', 'kind', '"motion", "councilInquiry"', { kind: 'letter' }],
  ['pointTwice', 'versions[0].points[2].number', 'Punkt „1“ zweimal', { 'versions[0].points[2]': first }],
  ['pointTwice', 'versions[1].number', 'Fassung 1', { 'versions[1]': { number: 1, points: [first] } }],
  ['unknownPoint', 'pointDecisions[0].point', 'den Punkt „9“', { 'pointDecisions[0].point': '9' }],
  ['decidedTwice', 'pointDecisions[1].point', 'den Punkt „1“', { 'pointDecisions[1].point': '1' }],
  ['decidedTwice', 'checks[1].check', 'die Prüfung „votable“', { 'checks[1]': decision }],
  ['unknownId', 'pointDecisions[0].candidate', 'Meinten Sie „C1“?', { 'pointDecisions[0].candidate': 'c1' }],
  ['unknownId', 'pointDecisions[0].belongsTo', '(Strategie)', { 'pointDecisions[0].belongsTo': 'nix' }],
  ['unknownId', 'pointDecisions[0].relations[0].id', '(Zusage)', { 'pointDecisions[0].relations[0].id': 'nix' }],
  ['unknownId', 'pointDecisions[1].relations[0].id', '(Projekt)', { 'pointDecisions[1].relations[0].id': 'nix' }],
  ['unknownId', 'pointDecisions[1].relations[1].id', '(Bedarf)', { 'pointDecisions[1].relations[1].id': 'nix' }],
  ['unknownId', 'pointDecisions[1].relations[2].id', '(Pflicht)', { 'pointDecisions[1].relations[2].id': 'nix' }],
  ['unknownId', 'originators[0].source', '(Quelle)', { 'originators[0].source': 'nix' }],
  ['unknownId', 'consultations[0].source', '(Quelle)', { 'consultations[0].source': 'nix' }],
  ['unknownId', 'answer.source', '(Quelle)', { 'answer.source': 'nix' }],
  ['unknownId', 'signatory.source', '(Quelle)', { 'signatory.source': 'nix' }],
  ['unknownId', 'outcome.source', '(Quelle)', { 'outcome.source': 'nix' }],
  ['unknownId', 'provenance.name.source', '(Quelle)', { 'provenance.name.source': 'nix' }],
  [
    'unknownId',
    'candidates[0].phases[0].work.own.effortTenths.QM',
    '(Team)',
    { 'candidates[0].phases[0].work.own.effortTenths': { QM: 5 } },
  ],
  ['duplicateId', 'candidates[0].id', '„app“', { 'candidates[0].id': 'app', 'pointDecisions[0].candidate': 'app' }],
  [
    'mandatoryWithoutDuty',
    'candidates[0].commitmentClass',
    'darf nur',
    { 'candidates[0].commitmentClass': 'mandatory' },
  ],
  [
    'unknownId',
    'alternatives[0].projects[1]',
    '(Projekt)',
    { alternatives: [{ ...instead, projects: ['C1', 'nix'] }] },
  ],
  ['alternativeSize', 'alternatives[0].projects', 'weniger als zwei', { alternatives: [instead] }],
])('%s at %s', (code, place, words, planted) => {
  const faults = faultsAfter(planted);
  expect(faults.map((one) => [one.code, pathText(one.path)])).toEqual([[code, place]]);
  expect(faults[0]?.message.de).toContain(words);
});
