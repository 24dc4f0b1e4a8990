import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Agenda } from './agenda.ts';
import { addDays, fridayBeforeWeek, mondayOfWeek } from './calendar.ts';
import { checkAgenda } from './check.ts';
import { generateAgenda, generateWithSchedule } from './generate.ts';
import { type Placed, weeklyDemand } from './generate-schedule.ts';
import { personDaysPerYear } from './organization.ts';
import { parseAgenda } from './parse.ts';
import { writeAgenda } from './write.ts';

const options = fc.record({
  projects: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 600 })),
  seed: fc.integer(),
});

test('a generated agenda has no fault, whatever its size', () => {
  fc.assert(
    fc.property(options, (given) => {
      const agenda = generateAgenda(given);
      expect(agenda.projects).toHaveLength(given.projects);
      expect(checkAgenda(agenda)).toEqual([]);
    }),
    { numRuns: 25 },
  );
  for (const projects of [1, 2000]) expect(checkAgenda(generateAgenda({ projects, seed: 7 }))).toEqual([]);
});

test('the same seed gives the same bytes, another seed others', () => {
  const hash = (seed: number) =>
    createHash('sha256')
      .update(writeAgenda(generateAgenda({ projects: 50, seed })))
      .digest('hex')
      .slice(0, 16);
  expect(hash(1)).toBe(hash(1));
  expect(hash(2)).not.toBe(hash(1));
});

test('writing and reading a generated agenda gives it back', () => {
  fc.assert(
    fc.property(options, (given) => {
      const agenda = generateAgenda(given);
      const text = writeAgenda(agenda);
      const read = parseAgenda(JSON.parse(text));
      expect(read).toEqual({ agenda });
      expect('agenda' in read && writeAgenda(read.agenda)).toBe(text);
    }),
    { numRuns: 10 },
  );
});

/** Everything that the schedule behind the deadlines would do wrong, measured without the generator's own code. */
function scheduleFaults(agenda: Agenda, schedule: readonly Placed[]): string[] {
  const faults: string[] = [];
  const weeks = { start: agenda.planStart };
  const used = new Map<string, number>();
  for (const { project: given, mode, start, finish, phases } of schedule) {
    const project = agenda.projects.find(({ id }) => id === given.id) ?? given;
    const last = fridayBeforeWeek(weeks, finish);
    if (project.deadlines.some(({ on }) => last > on)) faults.push(`${project.id} misses its deadline`);
    if (project.earliestStart && mondayOfWeek(weeks, start) < project.earliestStart)
      faults.push(`${project.id} is early`);
    if (project.fixedStart && mondayOfWeek(weeks, start) !== project.fixedStart)
      faults.push(`${project.id} is not pinned`);
    for (const { predecessor, type, lagWeeks } of project.dependencies) {
      const before = schedule.find((one) => one.project.id === predecessor);
      const from = type.startsWith('start') ? before?.start : before?.finish;
      const to = type.endsWith('Start') ? start : finish;
      if (from !== undefined && to < from + lagWeeks) faults.push(`${project.id} comes before ${predecessor}`);
    }
    for (const phase of phases) {
      for (const [team, tenths] of weeklyDemand(given, mode, phase.phase)) {
        for (let week = phase.start; week < phase.finish; week++) {
          const key = `${team} ${week}`;
          used.set(key, (used.get(key) ?? 0) + tenths);
        }
      }
    }
  }
  for (const [key, tenths] of used) {
    const [id = '', week = ''] = key.split(' ');
    const team = agenda.teams.find((one) => one.id === id);
    const sunday = addDays(mondayOfWeek(weeks, Number(week)), 6);
    const period = team?.capacity.findLast(({ from }) => from <= sunday);
    const free = team && period ? (personDaysPerYear(team, period) * 70) / 366 : 0;
    if (tenths > free) faults.push(`${id} has ${tenths} of ${free} tenths in week ${week}`);
  }
  return faults;
}

test('the deadlines can be met together: the schedule behind them keeps capacity, links and releases', () => {
  fc.assert(
    fc.property(options, (given) => {
      const { agenda, schedule } = generateWithSchedule(given);
      expect(scheduleFaults(agenda, schedule)).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('a large agenda holds everything that makes planning hard', () => {
  const { projects, teams } = generateAgenda({ projects: 400, seed: 3 });
  const count = (what: (project: Agenda['projects'][number]) => boolean) => projects.filter(what).length;
  expect(teams).toHaveLength(40);
  expect(count((one) => one.modes.length > 1)).toBeGreaterThan(100);
  expect(count((one) => one.dependencies.length > 0)).toBeGreaterThan(80);
  expect(count((one) => one.deadlines.length > 0)).toBeGreaterThan(100);
  expect(count((one) => one.fixedStart !== undefined)).toBeGreaterThan(3);
  expect(count((one) => one.phases[0]?.offsetWeeks !== undefined)).toBeGreaterThan(15);
  expect(count((one) => one.commitmentClass === 'optional')).toBeGreaterThan(50);
  expect(new Set(projects.flatMap((one) => one.dependencies.map((link) => link.type))).size).toBe(4);
});
