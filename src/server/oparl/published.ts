import { unitNameOn } from '../../agenda/index.ts';
import type { Release } from '../../council/index.ts';
import { type OparlContent, type PublishedStatement, writeOparl } from '../../formats/index.ts';
import {
  auditHead,
  type CityTransaction,
  listPublications,
  listRecords,
  type RecordTimes,
  readPlanRun,
  recordTimes,
  type StoredPublication,
} from '../../store/index.ts';
import type { AgendaCache } from '../agenda-cache.ts';
import { councilSettings } from '../council/desk.ts';
import { isAssessRun } from '../paper-rows.ts';
import { releaseFigures } from '../public/pages.ts';
import { localDay } from '../today.ts';

/** Cities whose objects are held in memory. */
const MAX_CITIES = 50;

/** What OParl shows of a city, and the releases that its files are made of. */
export interface OparlCity {
  city: { id: string; name: string };
  content: OparlContent;
  releases: readonly { release: Release; withdrawn: boolean }[];
}

/** The published objects of the cities, made anew when anything in a city has changed. */
export class OparlCache {
  readonly #agendas: AgendaCache;
  readonly #cities = new Map<string, { state: string; loaded: OparlCity }>();

  constructor(agendas: AgendaCache) {
    this.#agendas = agendas;
  }

  /** Undefined if the city has not opened its data. */
  async load(tx: CityTransaction, city: string, origin: string): Promise<OparlCity | undefined> {
    const { settings } = await councilSettings(tx);
    if (!settings.publicPage || !settings.oparl) return undefined;
    const head = await auditHead(tx);
    const state = JSON.stringify([origin, localDay(), head?.hash]);
    const kept = this.#cities.get(city);
    if (kept?.state === state) return kept.loaded;
    const loaded = await this.#read(tx, city, origin, settings.councilBody);
    this.#cities.delete(city);
    if (this.#cities.size >= MAX_CITIES) this.#cities.delete(this.#cities.keys().next().value ?? '');
    this.#cities.set(city, { state, loaded });
    return loaded;
  }

  async #read(tx: CityTransaction, id: string, origin: string, councilBody: string): Promise<OparlCity> {
    const { agenda } = await this.#agendas.load(tx, { city: id });
    const statements = await publishedStatements(tx, agenda.city, await listPublications(tx));
    const unitTimes = await recordTimes(tx, 'units');
    const paperTimes = await recordTimes(tx, 'papers');
    const meetingTimes = await recordTimes(tx, 'meetings');
    const organizationTimes = await recordTimes(tx, 'organizations');
    const firstRelease = new Map(statements.toReversed().map((one) => [one.release.paper, one.publishedAt]));
    const papers = (await listRecords(tx, 'papers')).flatMap(({ id: paper, body }) => {
      const created = firstRelease.get(paper);
      return created ? [{ paper: body, times: shownSince(created, timesOf(paperTimes, paper)) }] : [];
    });
    const organizations = await listRecords(tx, 'organizations');
    const meetings = await listRecords(tx, 'meetings');
    const content = writeOparl({
      origin,
      city: { ...agenda.city, times: timesOf(await recordTimes(tx, 'city'), id) },
      councilBody,
      papers,
      statements,
      deleted: [
        ...deletedOf('meeting', meetingTimes, meetings),
        ...deletedOf('organization', organizationTimes, organizations),
      ],
      meetings: meetings.map(({ id: meeting, body }) => ({
        meeting: body,
        times: timesOf(meetingTimes, meeting),
      })),
      organizations: organizations.map(({ id: organization, body }) => ({
        organization: body,
        times: timesOf(organizationTimes, organization),
      })),
      units: agenda.units.map((unit) => ({
        id: unit.id,
        name: unitNameOn(unit, localDay()),
        times: timesOf(unitTimes, unit.id),
      })),
    });
    const releases = statements.map(({ release, withdrawnAt }) => ({ release, withdrawn: withdrawnAt !== undefined }));
    return { city: { id, name: agenda.city.name }, content, releases };
  }
}

/** Every record has an entry of its making in the audit chain. */
function timesOf(times: ReadonlyMap<string, RecordTimes>, id: string): RecordTimes {
  const found = times.get(id);
  if (found === undefined) throw new Error(`no audit entry tells when "${id}" was made`);
  return found;
}

/** Records that the audit chain knows and the list does not have any more. */
function deletedOf<L extends string>(
  list: L,
  times: ReadonlyMap<string, RecordTimes>,
  present: readonly { id: string }[],
): { list: L; id: string; times: RecordTimes }[] {
  const here = new Set(present.map((one) => one.id));
  return [...times].flatMap(([id, found]) => (here.has(id) ? [] : [{ list, id, times: found }]));
}

/** A paper exists for the public since its first release, whenever it was written down here. */
const shownSince = (created: string, { modified }: RecordTimes): RecordTimes => ({
  created,
  modified: modified > created ? modified : created,
});

/** The releases in the order of time, each with its withdrawal and with what the computation came to. */
async function publishedStatements(
  tx: CityTransaction,
  city: { id: string; name: string },
  stored: readonly StoredPublication[],
): Promise<PublishedStatement[]> {
  const withdrawals = new Map(stored.map((one) => [one.publication.id, one.publishedAt]));
  const statements: PublishedStatement[] = [];
  for (const { publication: release, publishedAt } of stored) {
    if (release.kind !== 'release') continue;
    const withdrawnAt = withdrawals.get(`${release.id}.withdrawn`);
    const run = await readPlanRun(tx, release.planRun);
    const verdict = run && isAssessRun(run) ? run.result.assessment.verdict : undefined;
    statements.push({
      release,
      publishedAt,
      ...(withdrawnAt ? { withdrawnAt } : {}),
      ...(verdict
        ? { verdict: { value: verdict.value, lookAgainOn: verdict.lookAgainOn, label: verdict.label.de } }
        : {}),
      figures: releaseFigures(city, release).figures,
    });
  }
  return statements;
}
