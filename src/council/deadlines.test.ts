import { describe, expect, test } from 'vitest';
import { deadlinesOf, nextTask, tasksOf } from './deadlines.ts';
import { defaultCouncilSettings } from './settings.ts';
import { inquiry as paper } from './testing.ts';

const meeting = (on: string) => ({ id: `m${on}`, body: 'Stadtrat', on, items: [] });
const desk = (today: string, meetings: ReturnType<typeof meeting>[] = []) => ({
  settings: defaultCouncilSettings(),
  meetings,
  today,
});

describe('deadlines', () => {
  test('an inquiry is owed an answer within four weeks (SächsGemO § 28 Abs. 6)', () => {
    const [due] = deadlinesOf(paper(), desk('2021-02-03'));
    expect(due).toMatchObject({ dueOn: '2021-02-01', owed: true, overdue: true, daysLeft: -2 });
    const answered = paper({ answer: { summary: 'Acht.' } });
    expect(deadlinesOf(answered, desk('2021-02-03'))).toEqual([]);
  });

  test('a motion comes on the agenda of the next but one meeting (SächsGemO § 36 Abs. 5)', () => {
    const motion = paper({ kind: 'motion' });
    const meetings = [meeting('2021-03-10'), meeting('2021-01-20'), meeting('2021-02-17')];
    expect(deadlinesOf(motion, desk('2021-01-05', meetings))[0]).toMatchObject({ dueOn: '2021-02-17', owed: true });
    const placed = paper({
      kind: 'motion',
      consultations: [{ body: 'Stadtrat', role: 'authoritative', on: '2021-02-17' }],
    });
    // The clock of the agenda is met; the meeting itself is owed, its minutes only follow.
    expect(deadlinesOf(placed, desk('2021-01-05', meetings)).map((one) => one.owed)).toEqual([true, false]);
    expect(deadlinesOf(placed, desk('2021-01-05', meetings))[0]).toMatchObject({ dueOn: '2021-02-17', owed: true });
  });

  test('tasks follow the order of the work, the most urgent first', () => {
    const day = desk('2021-01-05');
    const none = { assessed: false, statement: 'none' } as const;
    expect(nextTask(paper({ kind: 'motion' }), none, day)?.kind).toBe('examine');
    expect(nextTask(paper(), none, day)?.kind).toBe('assign');
    const decision = { point: '1', scope: 'administration', by: 'x', on: '2021-01-05' } as const;
    const assigned = paper({ pointDecisions: [decision] });
    expect(nextTask(assigned, none, day)?.kind).toBe('assess');
    expect(nextTask(assigned, { assessed: true, statement: 'none' }, day)?.kind).toBe('draft');
    expect(nextTask(assigned, { assessed: true, statement: 'cosigning' }, day)?.kind).toBe('release');
    expect(nextTask(assigned, { assessed: true, statement: 'released' }, day)?.kind).toBe('answer');
    expect(nextTask(assigned, { assessed: true, statement: 'withdrawn' }, day)?.kind).toBe('draft');
    expect(nextTask(paper({ outcome: { result: 'withdrawn' } }), none, day)).toBeNull();
    const late = paper({ id: 'ra-2-2021', receivedOn: '2020-11-02' });
    const tasks = tasksOf(
      [paper(), late].map((one) => ({ paper: one, progress: none })),
      day,
    );
    expect(tasks.map((task) => task.paper)).toEqual(['ra-2-2021', 'ra-1-2021']);
  });

  test('nobody can object to a resolution that is not passed yet on the day of the desk', () => {
    const rejected = paper({
      kind: 'motion',
      receivedOn: undefined,
      outcome: { result: 'rejected', on: '2021-02-17' },
    });
    expect(deadlinesOf(rejected, desk('2021-01-05'))).toEqual([]);
    expect(deadlinesOf(rejected, desk('2021-02-18'))[0]).toMatchObject({ dueOn: '2021-03-03', owed: false });
  });

  test('a task without a day says which clock cannot run, or what is missing', () => {
    const none = { assessed: false, statement: 'none' } as const;
    const basis = (change: Parameters<typeof paper>[0], meetings: ReturnType<typeof meeting>[] = []) =>
      nextTask(paper({ kind: 'motion', ...change }), none, desk('2021-01-05', meetings))?.basis.de;
    expect(basis({})).toMatch(/übernächsten Sitzung \(SächsGemO §.36 Abs\..5\) – dazu fehlen Sitzungen \(Stadtrat\)/);
    expect(basis({ receivedOn: undefined })).toMatch(/^Kein Eingang eingetragen – .* SächsGemO §.36/);
    expect(basis({ kind: 'draftResolution' })).toMatch(/^Keine Beratung mit Termin eingetragen/);
    const passed = { body: 'Stadtrat', role: 'authoritative', on: '2021-01-04', source: 'register' } as const;
    expect(basis({ consultations: [passed] })).toMatch(/^Beratung vom 04\.01\.2021 \(Stadtrat\) ohne Ergebnis/);
    expect(basis({}, [meeting('2021-01-20'), meeting('2021-02-17')])).toMatch(/^Spätestens .*Abs\..5\)$/);
  });
});
