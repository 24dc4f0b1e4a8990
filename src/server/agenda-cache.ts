import { type Actor, type Agenda, can, openAgenda, type PlanVersion, presentPlan, statusDay } from '../agenda/index.ts';
import { type PlanContext, planContext } from '../planning/index.ts';
import { agendaRevision, type CityTransaction, loadAgenda, type Session } from '../store/index.ts';
import { Problem } from './http/problems.ts';
import { localDay } from './today.ts';

/** Cities whose agenda is held in memory; one has a few megabytes. */
const MAX_CITIES = 50;

/**
 * One state of a city's agenda, and what was computed from it. Views are pure functions of the agenda, so each is
 * computed once for each state and not once for each request.
 */
export class LoadedAgenda {
  readonly revision: number;
  readonly agenda: Agenda;
  readonly #today: string;
  readonly #results = new Map<string, unknown>();

  /** @param today the real day; what is read again on another day is computed again */
  constructor(revision: number, agenda: Agenda, today: string = localDay()) {
    this.revision = revision;
    this.agenda = agenda;
    this.#today = today;
  }

  /** True when it was read on another day than `today` and shows the days themselves. */
  isOutdated(today: string): boolean {
    return statusDay(this.agenda, today) !== this.asOf;
  }

  /** Day from which past and future are told apart: the agenda's status date, else the day on which it was read. */
  get asOf(): string {
    return statusDay(this.agenda, this.#today);
  }

  /** The value computed under this name, computed now if it has not been. */
  once<T>(name: string, compute: () => T): T {
    if (!this.#results.has(name)) this.#results.set(name, compute());
    return this.#results.get(name) as T;
  }

  /**
   * The plan that pages show: the newest working plan, and until something has changed, the approved one. Throws
   * {@link Problem} while the first one is still being computed.
   */
  plan(): PlanVersion {
    const plan = presentPlan(this.agenda);
    if (plan === undefined) throw new Problem('plan-missing', { headers: { 'Retry-After': '2' } });
    return plan;
  }

  /** The agenda as this person may see it: with confidential fields, or without. */
  shownTo(actor: Actor): Agenda {
    if (can(actor, 'readConfidential', { city: this.agenda.city.id })) return this.agenda;
    return this.once('open', () => openAgenda(this.agenda));
  }

  context(): PlanContext {
    const plan = this.plan();
    return this.once('context', () => planContext(this.agenda, plan, this.asOf));
  }
}

/** The agendas that this process has read, each kept until it changes. */
export class AgendaCache {
  readonly #loaded = new Map<string, LoadedAgenda>();
  readonly #loading = new Map<string, Promise<LoadedAgenda>>();

  /**
   * The agenda of the session's city, as it was before this transaction changed anything: call it first. What is not
   * committed yet must not get into a cache that others read. Throws {@link Problem} if the city has no agenda.
   */
  async load(tx: CityTransaction, { city }: Pick<Session, 'city'>): Promise<LoadedAgenda> {
    const revision = await agendaRevision(tx);
    const known = this.#loaded.get(city);
    if (known?.revision === revision && !known.isOutdated(localDay())) return known;
    // Whoever asks while it is being read waits for that; if it fails, each reads for itself.
    const name = `${revision} ${city}`;
    const underway = this.#loading.get(name);
    if (underway) return underway.catch(() => this.#read(tx, city, revision));
    const reading = this.#read(tx, city, revision);
    this.#loading.set(name, reading);
    return reading.finally(() => this.#loading.delete(name));
  }

  async #read(tx: CityTransaction, city: string, revision: number): Promise<LoadedAgenda> {
    const agenda = await loadAgenda(tx);
    if (agenda === undefined) throw new Problem('not-found');
    const loaded = new LoadedAgenda(revision, agenda);
    this.#loaded.delete(city);
    const oldest = this.#loaded.keys().next().value;
    if (this.#loaded.size >= MAX_CITIES && oldest !== undefined) this.#loaded.delete(oldest);
    this.#loaded.set(city, loaded);
    return loaded;
  }
}
