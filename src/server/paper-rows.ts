import { createHash } from 'node:crypto';
import { type Agenda, canonicalJson, statusDay, type Text } from '../agenda/index.ts';
import {
  clocksOf,
  isOpenOn,
  type Paper,
  paperSchema,
  ROLE_NAMES,
  SAXON_CLOCKS,
  verdictSchema,
} from '../council/index.ts';
import {
  type CityTransaction,
  type LatestVerdict,
  latestPlanRun,
  type StoredPlanRun,
  type StoredRecord,
} from '../store/index.ts';
import type { LoadedAgenda } from './agenda-cache.ts';
import type { PaperRow } from './http/schemas.ts';
import { type AssessRun, hashInputs } from './jobs/questions.ts';
import { localDay } from './today.ts';

/** A plan run about a paper, as `keepAnswer` has kept it. */
export type StoredAssessRun = Omit<StoredPlanRun, 'question' | 'result'> & AssessRun;

/** Plan runs of the kind `assess` are written in one place only, with this content. */
export const isAssessRun = (run: StoredPlanRun): run is StoredAssessRun =>
  (run.question as { kind: string }).kind === 'assess';

/** The newest answer to a paper, if it was ever assessed. */
export async function latestAssessRun(tx: CityTransaction, paper: string): Promise<StoredAssessRun | undefined> {
  const run = await latestPlanRun(tx, paper);
  return run && isAssessRun(run) ? run : undefined;
}

/** What is no longer as the run was computed from it. */
export function changedSince(
  loaded: LoadedAgenda,
  paper: Paper,
  { question: { inputs } }: StoredAssessRun,
): { agenda: boolean; paper: boolean } {
  const text = canonicalJson(paperSchema, paper);
  const now = loaded.once(`inputs ${createHash('sha256').update(text).digest('hex')}`, () =>
    hashInputs(loaded.agenda, paper),
  );
  return { agenda: now.agenda !== inputs.agenda, paper: now.paper !== inputs.paper };
}

/** A paper as a line of the council's post. */
export function paperRow(
  agenda: Agenda,
  { body: paper, version }: StoredRecord<'papers'>,
  verdict: LatestVerdict | undefined,
): PaperRow {
  return {
    id: paper.id,
    reference: paper.reference,
    kind: paper.kind,
    name: paper.name,
    originators: paper.originators.map((one) => one.name),
    nextStep: nextStep(agenda, paper),
    verdict: verdictSchema.nullable().parse(verdict?.value ?? null),
    lookAgainOn: verdict?.lookAgainOn ?? null,
    // On the agenda's day, as everything else in the row.
    outcome: isOpenOn(paper, statusDay(agenda, localDay())) ? null : (paper.outcome ?? null),
    version,
  };
}

interface Step {
  label: Text;
  on: string | null;
}

/**
 * What has to happen next with a paper that the council has not settled: the first meeting or statutory clock from
 * the agenda's day on. A step whose day nobody knows comes last. Null if nothing is left to do. What is on record of
 * later days has not happened yet on the agenda's day.
 */
export function nextStep(agenda: Agenda, paper: Paper): Step | null {
  const asOf = statusDay(agenda, localDay());
  const later = (on: string | undefined): boolean => on !== undefined && on > asOf;
  if (paper.outcome !== undefined && paper.outcome.result !== 'open' && !later(paper.outcome.on)) return null;
  const meetings: Step[] = paper.consultations
    .filter((one) => (one.result === undefined && (one.on === undefined || one.on >= asOf)) || later(one.on))
    .map((one) => ({
      label: { de: `${ROLE_NAMES[one.role].de}: ${one.body}`, en: `${ROLE_NAMES[one.role].en}: ${one.body}` },
      on: one.on ?? null,
    }));
  const clocks: Step[] = clocksOf(paper, SAXON_CLOCKS)
    .filter((clock) => clock.dueOn !== null && clock.dueOn >= asOf)
    .map((clock) => ({
      label: {
        de: `${clock.rule.text.de} (${clock.rule.paragraph})`,
        en: `${clock.rule.text.en} (${clock.rule.paragraph})`,
      },
      on: clock.dueOn,
    }));
  const order = (step: Step): string => step.on ?? '9999';
  return [...clocks, ...meetings].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))[0] ?? null;
}
