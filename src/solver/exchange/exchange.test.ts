import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { machine } from '../machine-problem.ts';
import { makeProblem } from '../model/make-problem.ts';
import type { Result } from '../model/result.ts';
import { compactProblemOf } from '../population/testing.ts';
import { solve } from '../solve.ts';
import { type Found, isBetter, type Partner } from './partner.ts';
import { meetingMemory, SharedPartner } from './shared-partner.ts';
import { searchSide } from './testing.ts';

/** A partner who has one plan from the beginning. */
const knowing = (found: Found): Partner => ({ every: 5, begin: () => {}, meet: () => found, part: () => found });

/** One search here and one in a thread. */
async function searchTwice(iterations: number): Promise<[Result, Result]> {
  const memory = meetingMemory();
  const there = new Worker(new URL('./testing.ts', import.meta.url), {
    workerData: { memory, side: 1, seed: 2, iterations },
  });
  const answer = once(there, 'message');
  const here = searchSide({ memory, side: 0, seed: 1, iterations });
  return [here, (await answer)[0] as Result];
}

describe('two searches', () => {
  it('end with the better plan of the two, the same at each run', async () => {
    const upToFirstMeeting = { iterations: 50 };
    const alone = [1, 2].map((seed) => solve(makeProblem(machine(15)), { seed, limit: upToFirstMeeting }));
    const [here, there] = await searchTwice(120);
    expect(here.values).toEqual(there.values);
    for (const { plan, values } of alone) expect(isBetter({ plan: plan!, values }, here.values)).toBe(false);
    expect((await searchTwice(120))[0]).toEqual(here);
  });

  it.each([
    ['of an agenda', makeProblem(machine(15))],
    ['of a compact problem', compactProblemOf(30)],
  ])('go on from a better plan %s that the other one has', (_, problem) => {
    const good = solve(problem, { seed: 7, limit: { iterations: 1000 } });
    const found = { plan: good.plan!, values: good.values };
    const first = solve(problem, { seed: 1, limit: { iterations: 4 } });
    expect(isBetter(found, first.values)).toBe(true);
    const second = solve(problem, { seed: 1, limit: { iterations: 5 }, partner: knowing(found) });
    expect(isBetter(found, second.values)).toBe(false);
  });
});

describe('shared memory', () => {
  const plan = { start: Int32Array.of(3, -1), mode: Int32Array.of(0, 2) };
  const pair = () => {
    const memory = meetingMemory();
    const sides = [new SharedPartner(memory, 0, 10), new SharedPartner(memory, 1, 10)] as const;
    for (const side of sides) side.begin(2, 1);
    return sides;
  };
  const atOnce = () => true;

  it('carries plans both ways, and none as none', () => {
    const [one, other] = pair();
    expect(one.meet({ plan, values: [2 ** 40] }, atOnce)).toBeNull();
    expect(other.meet(null, atOnce)).toEqual({ plan, values: [2 ** 40] });
    expect(one.part(null, atOnce)).toBeNull();
  });

  it('does not let who is left alone wait, however often it still meets', () => {
    const [one, other] = pair();
    one.part({ plan, values: [5] }, atOnce);
    const never = () => false;
    for (let i = 0; i < 5; i++) expect(other.meet(null, never)?.values).toEqual([5]);
    expect(other.part(null, never)?.values).toEqual([5]);
  });

  it('a search whose partner never comes ends when it is cancelled', () => {
    let asked = 0;
    const result = searchSide({
      memory: meetingMemory(),
      side: 0,
      seed: 1,
      iterations: 1000,
      cancelled: () => ++asked > 60,
    });
    expect(result).toMatchObject({ stoppedBy: 'cancelled', iterations: 50 });
    expect(result.plan).not.toBeNull();
  });
});
