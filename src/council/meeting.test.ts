import { describe, expect, test } from 'vitest';
import { type AgendaItem, type Meeting, meetingFaults, meetingSchema } from './meeting.ts';
import { type Organization, organizationByName, organizationSchema } from './organization.ts';
import { type Paper, paperSchema } from './paper.ts';
import { untracked } from './resolution.ts';
import { type ProjectFinish, resolutionProgress } from './resolution-light.ts';
import { withResults } from './results.ts';

const council = (items: Partial<AgendaItem>[], more: Partial<Meeting> = {}): Meeting =>
  meetingSchema.parse({
    id: 'rat-2020-10-14',
    body: 'Stadtrat',
    on: '2020-10-14',
    items: items.map((item, index) => ({ number: `${index + 1}`, title: 'Punkt', ...item })),
    ...more,
  });

const paper: Paper = paperSchema.parse({
  format: 'fahrplan-paper',
  version: 1,
  id: 'ba-1-2020',
  reference: 'BA-001/2020',
  kind: 'motion',
  name: 'Freies WLAN',
  responsible: 'it-amt',
  versions: [{ number: 1, points: [{ number: '1', text: 'WLAN in allen Ämtern.' }] }],
  consultations: [{ body: 'Verwaltungs- und Finanzausschuss', role: 'preliminary' }],
});

const dealt = (more: Partial<AgendaItem>): Partial<AgendaItem> => ({ paper: paper.id, ...more });

describe('minutes', () => {
  test('the majority decides and a tie rejects; abstentions do not count (SächsGemO § 39 Abs. 6)', () => {
    const fields = (result: AgendaItem['result'], yes: number, no: number): string[] =>
      meetingFaults(council([{ result, votes: { yes, no, abstained: 30 } }]), '2020-10-15').map((one) => one.field);
    expect(fields('adopted', 21, 20)).toEqual([]);
    expect(fields('adopted', 20, 20)).toEqual(['votes']);
    expect(fields('rejected', 20, 20)).toEqual([]);
    expect(fields('rejected', 21, 20)).toEqual(['votes']);
    expect(fields('referred', 21, 20)).toEqual([]);
  });

  test('a number twice and a result of the future are named at their place', () => {
    const faults = meetingFaults(council([{ number: '7' }, { number: '7', result: 'noted' }]), '2020-10-13');
    expect(faults.map((one) => [one.item, one.field])).toEqual([
      [1, 'number'],
      [1, 'result'],
    ]);
  });

  test('a result is entered once: sequence and outcome of the paper follow', () => {
    const committee = council([dealt({ result: 'adopted' })], {
      body: 'Verwaltungs- und Finanzausschuss',
      on: '2020-10-01',
    });
    const prepared = withResults(paper, committee, 'Stadtrat');
    expect(prepared.outcome).toBeUndefined();
    expect(prepared.consultations).toEqual([
      {
        body: 'Verwaltungs- und Finanzausschuss',
        role: 'preliminary',
        on: '2020-10-01',
        public: true,
        result: 'adopted',
      },
    ]);
    const decided = withResults(prepared, council([dealt({ result: 'adoptedWithChanges' })]), 'Stadtrat');
    expect(decided.outcome).toEqual({ result: 'adopted', on: '2020-10-14', note: 'mit Änderungen' });
    expect(decided.consultations.at(-1)).toMatchObject({ role: 'authoritative', resultNote: 'mit Änderungen' });
  });

  test('a corrected record replaces what it had entered, and takes it back', () => {
    const decided = withResults(paper, council([dealt({ result: 'adopted' })]), 'Stadtrat');
    const corrected = withResults(decided, council([dealt({ result: 'rejected' })]), 'Stadtrat');
    expect(corrected.outcome).toMatchObject({ result: 'rejected' });
    expect(corrected.consultations).toHaveLength(2);
    const open = withResults(corrected, council([dealt({})]), 'Stadtrat');
    expect(open.outcome).toBeUndefined();
    expect(open.consultations.at(-1)?.result).toBeUndefined();
    expect(withResults(paper, council([{ title: 'anderes' }]), 'Stadtrat')).toBe(paper);
  });
});

describe('resolutions', () => {
  test('every adopted item that nobody follows up is offered, with the words of the minutes', () => {
    const meeting = council([
      dealt({ result: 'adopted', resolutionText: 'Der Rat beschließt WLAN.' }),
      { result: 'rejected' },
      { result: 'adopted', public: false, title: 'Vergabe' },
    ]);
    const [wlan, award, ...more] = untracked([meeting], [], [paper]);
    expect(more).toEqual([]);
    expect(wlan).toMatchObject({ reference: 'BA-001/2020', text: 'Der Rat beschließt WLAN.', responsible: 'it-amt' });
    expect(award).toMatchObject({ name: 'Vergabe', public: false });
    const [silent] = untracked([council([dealt({ result: 'adopted' })])], [], [paper]);
    expect(silent?.text).toBe('1. WLAN in allen Ämtern.');
    expect(
      untracked(
        [meeting],
        [wlan, award].filter((one) => one !== undefined),
        [paper],
      ),
    ).toEqual([]);
  });

  test('the light has its rule: what passed, what the plan says, what nobody has begun', () => {
    const [base] = untracked([council([dealt({ result: 'adopted' })])], [], [paper]);
    if (base === undefined) throw new Error('no resolution');
    const plan: ProjectFinish[] = [
      { id: 'A', finishesOn: '2021-06-30', finished: false },
      { id: 'B', finishesOn: null, finished: false },
      { id: 'C', finishesOn: '2021-01-31', finished: true },
    ];
    const light = (more: Partial<typeof base>): string =>
      resolutionProgress({ ...base, ...more }, plan, '2021-02-01').light;
    const task = { id: 't', text: 'Bericht' };
    expect(light({})).toBe('notBegun');
    expect(light({ tasks: [task] })).toBe('onTrack');
    expect(light({ tasks: [{ ...task, dueOn: '2021-01-31' }] })).toBe('late');
    expect(light({ tasks: [{ ...task, dueOn: '2021-01-31', doneOn: '2021-02-01' }] })).toBe('onTrack');
    expect(light({ projects: ['A'], dueOn: '2021-06-30' })).toBe('onTrack');
    expect(light({ projects: ['A'], dueOn: '2021-06-29' })).toBe('atRisk');
    expect(light({ projects: ['B'] })).toBe('atRisk');
    expect(light({ projects: ['C'], dueOn: '2021-06-30' })).toBe('onTrack');
    expect(light({ dueOn: '2021-01-31' })).toBe('late');
    expect(light({ dueOn: '2021-01-31', status: 'done' })).toBe('done');
    expect(light({ dueOn: '2021-01-31', status: 'notPursued' })).toBe('notPursued');
  });
});

test('a committee is found by its name, its short name and the spellings of the papers', () => {
  const committee: Organization = organizationSchema.parse({
    id: 'vfa',
    name: 'Verwaltungs- und Finanzausschuss',
    shortName: 'VFA',
    kind: 'committee',
    spellings: ['Finanzausschuss'],
  });
  const find = (name: string): string | undefined => organizationByName([committee], name)?.id;
  expect(['vfa', 'Finanzausschuss ', 'Verwaltungs-  und Finanzausschuss', 'Stadtrat'].map(find)).toEqual([
    'vfa',
    'vfa',
    'vfa',
    undefined,
  ]);
});
