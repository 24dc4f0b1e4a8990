import type { Agenda, AgendaCollection } from '../../agenda/index.ts';
import {
  auditHead,
  type CityTransaction,
  deleteRecord,
  holdRecords,
  insertRecord,
  type RecordBody,
  readRecord,
  replaceRecord,
  type Session,
} from '../../store/index.ts';
import { LoadedAgenda } from '../agenda-cache.ts';
import type { FieldError } from '../http/problems.ts';
import { planSoon } from '../jobs/job.ts';
import type { Services } from '../services.ts';
import type { RecordChange } from './change.ts';
import { findContradictions, refuseContradictions } from './contradictions.ts';
import { requireEdit } from './may-edit.ts';
import { refuseWhileNeeded } from './still-needed.ts';
import { revokeStaleLinks, withConfirmation } from './talk-words.ts';

/**
 * What became of it: its new version (null after a deletion), and the number of the change, by which it is undone; null
 * if the record held all that already, and nothing was written.
 */
export interface Written {
  id: string;
  version: number | null;
  body: RecordBody<AgendaCollection> | null;
  entry: number | null;
}

export interface Work {
  tx: CityTransaction;
  session: Session;
  services: Services;
}

/** Lists without any influence on dates: a change there leaves the plan as it is. */
const WITHOUT_DATES: readonly AgendaCollection[] = [
  'sources',
  'templates',
  'guides',
  'interviews',
  'needs',
  'weightings',
  'serviceBundles',
  'peerCities',
  'scenarios',
  'bookings',
];

/**
 * Makes several changes of the agenda at once, all of them or none. Refused is what would make the agenda
 * contradictory, with the place of each fault, what would take away a record that others need, and what was made on an
 * older version. Nobody else changes this city's records meanwhile: two changes that are right by themselves cannot
 * become wrong together. The plan is then computed anew.
 */
export async function changeAgenda(
  { tx, session, services }: Work,
  asked: readonly RecordChange[],
): Promise<{ written: Written[]; after: LoadedAgenda }> {
  await holdRecords(tx);
  const before = await services.agendas.load(tx, session);
  const changes = asked.map((change) => withConfirmation(before.agenda, change));
  for (const change of changes) requireEdit(session, before.agenda, change);
  const agenda = withChanges(before.agenda, changes);
  // Written first, so that who is late is told so, and not what is wrong with a change that cannot be made any more.
  const written: Written[] = [];
  for (const change of changes) written.push(await write(tx, change));
  refuseWhileNeeded(before.agenda, changes);
  refuseContradictions(before, agenda, changes);
  await dropFromWorkingPlans(tx, before.agenda, agenda);
  await revokeStaleLinks(tx, before.agenda, changes);
  const made = changes.filter((_, index) => written[index]?.entry !== null);
  if (made.some(({ collection }) => concernsDates(collection, before.agenda, agenda))) await planSoon(tx);
  return { written, after: new LoadedAgenda(before.revision, agenda) }; // not committed yet: nobody else may see it
}

/** Whether the plan may be another one after a change in a list; what a score counts matters only where it counts in planning. */
function concernsDates(collection: AgendaCollection, before: Agenda, after: Agenda): boolean {
  if (!WITHOUT_DATES.includes(collection)) return true;
  const scored = [...before.weightings, ...after.weightings].some(({ inPlanning }) => inPlanning);
  return scored && (collection === 'weightings' || collection === 'needs');
}

/** What changes would make contradictory, without making them; pointers begin with `/changes/0`. */
export function contradictionsOf(before: LoadedAgenda, changes: readonly RecordChange[]): FieldError[] {
  return findContradictions(before, withChanges(before.agenda, changes), changes, { prefixed: true });
}

/** A single change, made like several. */
export async function changeRecord(
  work: Work,
  change: RecordChange,
): Promise<{ written: Written; after: LoadedAgenda }> {
  const { written, after } = await changeAgenda(work, [change]);
  return { written: written[0] as Written, after };
}

/** The agenda as it will be. What is new stands at the end of its list, as the store keeps it. */
function withChanges(agenda: Agenda, changes: readonly RecordChange[]): Agenda {
  const lists: Record<string, unknown> = {};
  for (const collection of new Set(changes.map((one) => one.collection))) {
    const records = new Map<string, unknown>(agenda[collection].map((one) => [one.id, one]));
    for (const change of changes) {
      if (change.collection !== collection) continue;
      if (change.body === null) records.delete(change.id);
      else records.set(change.id, change.body);
    }
    lists[collection] = [...records.values()];
  }
  const changed: Agenda = { ...agenda, ...lists };
  const projects = new Set(changed.projects.map((one) => one.id));
  return { ...changed, plans: changed.plans.map((plan) => withoutGone(plan, projects)) };
}

type Plan = Agenda['plans'][number];

/** A working plan forgets a project that is deleted; an approved one never does. */
function withoutGone(plan: Plan, projects: ReadonlySet<string>): Plan {
  const { phases, dropped } = plan;
  const known = ({ project }: { project: string }) => projects.has(project);
  if (plan.status !== 'working' || (phases.every(known) && (dropped ?? []).every(known))) return plan;
  return { ...plan, phases: phases.filter(known), ...(dropped ? { dropped: dropped.filter(known) } : {}) };
}

async function write(tx: CityTransaction, change: RecordChange): Promise<Written> {
  const { collection, id, version, body } = change;
  let next: number | null = null;
  if (body === null) await deleteRecord(tx, collection, id, version ?? 0);
  else if (version === null) next = (await insertRecord(tx, collection, body)).version;
  else next = (await replaceRecord(tx, collection, id, version, body)).version;
  const entry = version !== null && next === version ? null : ((await auditHead(tx))?.seq ?? 0);
  return { id, version: next, body, entry };
}

async function dropFromWorkingPlans(tx: CityTransaction, before: Agenda, after: Agenda): Promise<void> {
  for (const [index, plan] of after.plans.entries()) {
    if (plan === before.plans[index]) continue;
    const stored = await readRecord(tx, 'plans', plan.id);
    if (stored) await replaceRecord(tx, 'plans', plan.id, stored.version, plan);
  }
}
