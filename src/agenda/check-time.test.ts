import { expect, test } from 'vitest';
import type { AgendaInput } from './agenda.ts';
import { agendaSchema } from './agenda.ts';
import { checkAgenda } from './check.ts';
import { smallAgenda } from './testing.ts';

const FEW = 2500;
const MANY = 8 * FEW;
let count = FEW;
const many = <T>(make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const id = (i: number) => `some-long-identifier-of-a-record-${i}`;

type Projects = NonNullable<AgendaInput['projects']>;
const project = (i: number, more: Partial<Projects[number]> = {}): Projects[number] => ({
  id: id(i),
  name: 'x',
  actionField: 'services',
  commitmentClass: 'optional',
  status: 'suggested',
  modes: [{ id: 'own', name: 'x', kind: 'own' }],
  ...more,
});
const work = { weeks: 1 };

const base = {
  ...smallAgenda(),
  plans: [],
  scenarios: [],
  commitments: [],
  needs: [],
  stages: [],
  actionFields: [{ id: 'services', name: 'x', scope: 'administration' as const }],
  goals: [],
};

// A file of the largest size may be wrong in every line; judging it must not take longer than reading it.
test.each<[what: string, change: () => Partial<AgendaInput>]>([
  ['unknown ids everywhere', () => ({ projects: many((i) => project(i, { actionField: id(i), leadUnit: id(i) })) })],
  [
    'each waits for the next, the last for the first',
    () => ({ projects: many((i) => project(i, { dependencies: [{ predecessor: id((i + 1) % count) }] })) }),
  ],
  ['each waits for itself', () => ({ projects: many((i) => project(i, { dependencies: [{ predecessor: id(i) }] })) })],
  [
    'all wait for one',
    () => ({ projects: many((i) => project(i, { dependencies: i === 0 ? [] : [{ predecessor: id(0) }] })) }),
  ],
  [
    'one waits for all',
    () => ({
      projects: many((i) => project(i, { dependencies: i === 0 ? many((k) => ({ predecessor: id(k + 1) })) : [] })),
    }),
  ],
  ['the same id everywhere', () => ({ projects: many(() => project(0)) })],
  [
    'one project with unknown modes in every phase',
    () => ({ projects: [project(0, { phases: many((i) => ({ id: id(i), name: 'x', work: { [id(i)]: work } })) })] }),
  ],
  [
    'one project with many modes',
    () => ({
      projects: [
        project(0, {
          modes: many((i) => ({ id: id(i), name: 'x', kind: 'own' as const })),
          phases: [{ id: 'p', name: 'x', work: Object.fromEntries(many((i) => [`${id(i)}x`, work])) }],
        }),
      ],
    }),
  ],
  [
    'a plan with many phases of one project',
    () => ({
      projects: [project(0, { phases: many((i) => ({ id: id(i), name: 'x', work: { own: work } })) })],
      plans: [
        {
          id: 'p',
          name: 'x',
          status: 'working',
          on: '2020-08-31',
          engineVersion: '1',
          seed: 1,
          phases: many((i) => ({
            project: id(0),
            phase: `${id(i)}x`,
            mode: 'own',
            start: '2020-08-31',
            finish: '2020-09-04',
          })),
        },
      ],
    }),
  ],
])('%s', (_, change) => {
  /** Processor time and not the clock: other tests run at the same time. */
  const seconds = (size: number): number => {
    count = size;
    const agenda = agendaSchema.parse({ ...base, ...change() });
    const before = process.cpuUsage();
    checkAgenda(agenda);
    return process.cpuUsage(before).user / 1e6;
  };
  // Eight times as much may take eight times as long, not eight times eight.
  expect(seconds(MANY) / Math.max(seconds(FEW), 0.03)).toBeLessThan(30);
});
