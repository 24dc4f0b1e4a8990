import type { Compiled } from '../compiled/compile.ts';
import type { Plan } from '../model/problem.ts';
import { Rng } from '../search/rng.ts';
import type { Searcher } from '../searcher.ts';
import { Crossover } from './crossover.ts';
import { FirstOrders } from './first-orders.ts';
import { ListScheduler } from './list-scheduler.ts';
import type { Member } from './member.ts';
import { Members } from './members.ts';
import { ModeChoice } from './mode-choice.ts';

/** Members drawn before the size is decided by how many steps there will be. */
const FIRST = 40;
const LARGEST = 600;
/** Members per square root of the steps to come. This and the other constants were set by trial on PSPLIB j120 and MMLIB100 (docs/benchmarks.md). */
const SIZE_SHARE = 0.4;
/** Steps per member without an improvement of any member after which everything but the best is drawn anew. */
const PATIENCE = 25;
/** Share of passes in which activities may change to faster modes. */
const FASTER = 0.2;

/**
 * Breeds schedules of a compact problem: a child of two members is justified twice (right, then left; Valls, Ballestín, Quintanilla
 * 2005) and takes the place of a worse one. One step is one child, that is, three schedules.
 */
export class Population implements Searcher {
  readonly best: Plan;
  private bestValue = Number.POSITIVE_INFINITY;
  private readonly c: Compiled;
  private readonly bound: number;
  private readonly expectedSteps: (done: number) => number;
  private readonly rng: Rng;
  private readonly modes: ModeChoice;
  private readonly scheduler: ListScheduler;
  private readonly crossover: Crossover;
  private readonly firstOrders: FirstOrders;
  private readonly order: Int32Array;
  private readonly mode: Int32Array;
  private readonly members: Members;
  private size = FIRST;
  private sizeDecided = false;
  private drawn = 0;
  private idle = 0;

  /**
   * @param bound no plan is shorter
   * @param expectedSteps how many steps there will be in all, judged after the given number of them
   */
  constructor(c: Compiled, bound: number, seed: number, expectedSteps: (done: number) => number) {
    this.c = c;
    this.bound = bound;
    this.expectedSteps = expectedSteps;
    this.rng = new Rng(seed);
    this.members = new Members(this.rng);
    this.modes = new ModeChoice(c);
    this.scheduler = new ListScheduler(c, this.modes);
    this.crossover = new Crossover(this.scheduler, this.rng);
    this.firstOrders = new FirstOrders(this.scheduler, this.rng);
    this.order = new Int32Array(c.activities);
    this.mode = new Int32Array(c.activities);
    this.best = { start: new Int32Array(c.activities), mode: new Int32Array(c.activities) };
  }

  get hasPlan(): boolean {
    return this.bestValue <= this.c.horizon;
  }

  get bestValues(): number[] {
    return this.hasPlan ? [this.bestValue] : [];
  }

  get finished(): boolean {
    return this.bestValue === this.bound;
  }

  begin(warmStart: Plan | undefined): void {
    this.drawMember();
    if (warmStart !== undefined) this.members.all.push(this.rebred(warmStart));
  }

  adopt(plan: Plan): void {
    this.members.all.push(this.rebred(plan));
  }

  /** A member that does everything in the order of a plan. */
  private rebred({ start, mode }: Plan): Member {
    for (let a = 0; a < start.length; a++) this.scheduler.start[a] = Math.max(0, start[a]!);
    this.mode.set(mode);
    this.crossover.orderBy(this.scheduler.start, this.order);
    return this.breed();
  }

  step(): boolean {
    const before = this.bestValue;
    if (this.members.all.length < this.size) this.drawMember();
    else if (this.sizeDecided) this.addChild();
    else this.decideSize();
    return this.bestValue < before;
  }

  private decideSize(): void {
    const steps = this.expectedSteps(FIRST);
    this.sizeDecided = true;
    this.size = Math.max(FIRST, Math.min(LARGEST, Math.round(SIZE_SHARE * Math.sqrt(steps))));
  }

  private drawMember(): void {
    this.firstOrders.draw(this.drawn++, this.order);
    this.modes.draw(this.mode, this.rng);
    this.members.all.push(this.breed());
  }

  private addChild(): void {
    const { rng } = this;
    const members = this.members.all;
    const one = rng.below(members.length);
    let other = rng.below(members.length - 1);
    if (other >= one) other++;
    this.crossover.combine(members[one]!, members[other]!, this.order, this.mode);
    if (this.members.take(this.breed())) this.idle = 0;
    else this.idle++;
    if (this.idle > PATIENCE * this.size) this.restart();
  }

  /** Nothing new can grow from what is there: only the best stays. */
  private restart(): void {
    const members = this.members.all;
    const best = members.find((member) => member.value === this.bestValue);
    members.length = 0;
    if (best) members.push(best);
    this.idle = 0;
  }

  /** The member that order and modes in hand lead to; notes it if it is the best. */
  private breed(): Member {
    const { scheduler, modes, mode, order, rng, c } = this;
    let excess = modes.load(mode);
    if (excess > 0) excess = modes.repair(mode, rng);
    scheduler.mode.set(mode);
    const mayChange = modes.several && excess === 0;
    let complete = scheduler.forward(order, mayChange && rng.unit() < FASTER);
    if (complete) {
      this.note(excess);
      complete = this.justify(mayChange && rng.unit() < FASTER);
      if (complete) this.note(excess);
    }
    const value = !complete || excess > 0 ? c.horizon + 1 + excess : scheduler.makespan;
    return { start: scheduler.start.slice(), mode: scheduler.mode.slice(), makespan: scheduler.makespan, value };
  }

  /** Everything as late as the makespan allows, then as early as possible. */
  private justify(faster: boolean): boolean {
    const { scheduler, order } = this;
    scheduler.sort(scheduler.finish, order, true);
    const justified = scheduler.backward(order, scheduler.makespan);
    scheduler.sort(scheduler.start, order, false);
    return justified && scheduler.forward(order, faster);
  }

  private note(excess: number): void {
    const { scheduler, best } = this;
    if (excess > 0 || scheduler.makespan >= this.bestValue) return;
    this.bestValue = scheduler.makespan;
    best.start.set(scheduler.start);
    best.mode.set(scheduler.mode);
  }
}
