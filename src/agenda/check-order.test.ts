import { describe, expect, test } from 'vitest';
import { pathText } from './fault.ts';
import { faultsAfter } from './testing.ts';

const app = 'projects[2]';
const found = (plant: Record<string, unknown>) =>
  faultsAfter({ [`${app}.status`]: 'planned', ...plant }).map((one) => `${one.code} ${pathText(one.path)}`);
const against = [`fixedStartAgainstDependency ${app}.dependencies[0]`];

/** `portal` lasts 8 weeks at least and `payment` 19 after it; `app` lasts exactly 24 and is pinned. */
describe('a pinned start against links', () => {
  test.each([
    ['finishStart', 0, '2021-03-08', []],
    ['finishStart', 0, '2021-03-01', against],
    ['finishStart', -1, '2021-03-01', []],
    ['startStart', 0, '2020-10-26', []],
    ['startStart', 0, '2020-10-19', against],
    ['finishFinish', 0, '2020-09-21', []],
    ['finishFinish', 0, '2020-09-14', against],
    ['startFinish', 20, '2020-09-28', []],
    ['startFinish', 20, '2020-09-21', against],
  ])('%s with lag %d, pinned to %s', (type, lagWeeks, fixedStart, faults) => {
    const dependencies = [{ predecessor: 'payment', type, lagWeeks }];
    expect(found({ [`${app}.dependencies`]: dependencies, [`${app}.fixedStart`]: fixedStart })).toEqual(faults);
  });

  test('a predecessor counts from its own first day or pin', () => {
    const plant = { [`${app}.dependencies`]: [{ predecessor: 'payment' }], [`${app}.fixedStart`]: '2021-03-08' };
    expect(found({ ...plant, 'projects[0].earliestStart': '2020-09-02' })).toEqual(against);
    expect(found({ ...plant, 'projects[1].fixedStart': '2021-01-04' })).toEqual(against);
  });

  test('a finished predecessor counts with its day, an unknown one not at all', () => {
    const plant = {
      [`${app}.dependencies`]: [{ predecessor: 'portal', lagWeeks: 3 }],
      [`${app}.fixedStart`]: '2020-08-31',
    };
    const finished = { ...plant, 'projects[0].status': 'succeeded' };
    expect(found({ ...finished, 'projects[0].finishedOn': '2020-08-07' })).toEqual([]);
    expect(found({ ...finished, 'projects[0].finishedOn': '2020-08-10' })).toEqual(against);
    // Finished on the eve of the plan: the first week free is week 0.
    expect(found({ ...finished, 'projects[0].finishedOn': '2020-08-30' })).toEqual(against);
    expect(found({ ...plant, [`${app}.dependencies[0].predecessor`]: 'nix' })).toEqual([
      `unknownId ${app}.dependencies[0].predecessor`,
    ]);
  });

  test('where phases may wait, a link to the finish does not bind the start', () => {
    const loose = { [`${app}.phases[0].offsetWeeks`]: undefined, [`${app}.phases[1].offsetWeeks`]: undefined };
    const dependencies = [{ predecessor: 'payment', type: 'finishFinish' }];
    expect(found({ ...loose, [`${app}.dependencies`]: dependencies, [`${app}.fixedStart`]: '2020-08-31' })).toEqual([]);
  });
});
