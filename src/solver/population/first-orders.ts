import type { Rng } from '../search/rng.ts';
import type { ListScheduler } from './list-scheduler.ts';

/** Most candidates among which the one with the longest tail is taken. */
const GREEDIEST = 4;

/**
 * Random orders that respect the links, drawn with a bias towards activities with much work behind them (latest start times as
 * priority, Kolisch 1996), now more, now less greedily.
 */
export class FirstOrders {
  private readonly scheduler: ListScheduler;
  private readonly rng: Rng;
  /** Longest path from the start of each activity to the end of everything, with the shortest modes. */
  private readonly tail: Int32Array;
  private readonly waiting: Int32Array;
  private readonly eligible: Int32Array;

  constructor(scheduler: ListScheduler, rng: Rng) {
    const { activities } = scheduler.c;
    this.scheduler = scheduler;
    this.rng = rng;
    this.tail = tails(scheduler);
    this.waiting = new Int32Array(activities);
    this.eligible = new Int32Array(activities);
  }

  /** @param turn 0 = as greedy as it gets; then the greed changes from turn to turn */
  draw(turn: number, order: Int32Array): void {
    const { c, successor } = this.scheduler;
    const { waiting, eligible } = this;
    const candidates = turn === 0 ? c.activities : 1 + (turn % GREEDIEST);
    let open = 0;
    for (let a = 0; a < c.activities; a++) {
      waiting[a] = c.arcs.inFirst[a + 1]! - c.arcs.inFirst[a]!;
      if (waiting[a] === 0) eligible[open++] = a;
    }
    for (let i = 0; i < order.length; i++) {
      const pick = candidates === c.activities ? this.longest(open) : this.tournament(open, candidates);
      const a = eligible[pick]!;
      eligible[pick] = eligible[--open]!;
      order[i] = a;
      for (let j = c.arcs.outFirst[a]!; j < c.arcs.outFirst[a + 1]!; j++) {
        const next = successor[j]!;
        waiting[next]!--;
        if (waiting[next] === 0) eligible[open++] = next;
      }
    }
  }

  private longest(open: number): number {
    let best = 0;
    for (let i = 1; i < open; i++) if (this.tail[this.eligible[i]!]! > this.tail[this.eligible[best]!]!) best = i;
    return best;
  }

  private tournament(open: number, candidates: number): number {
    let best = this.rng.below(open);
    for (let i = 1; i < candidates; i++) {
      const rival = this.rng.below(open);
      if (this.tail[this.eligible[rival]!]! > this.tail[this.eligible[best]!]!) best = rival;
    }
    return best;
  }
}

function tails({ c, topological, successor, successorLag }: ListScheduler): Int32Array {
  const tail = new Int32Array(c.activities);
  for (let i = topological.length - 1; i >= 0; i--) {
    const a = topological[i]!;
    for (let j = c.arcs.outFirst[a]!; j < c.arcs.outFirst[a + 1]!; j++)
      tail[a] = Math.max(tail[a]!, tail[successor[j]!]! + successorLag[j]!);
    tail[a]! += Math.min(...c.duration.subarray(c.modeFirst[a]!, c.modeFirst[a + 1]!));
  }
  return tail;
}
