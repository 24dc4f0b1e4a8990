import type {
  Action,
  Comment,
  Commitment,
  DiscussedKind,
  Obligation,
  PlanPin,
  Project,
  Provenance,
  Scenario,
  Source,
  Text,
} from '../../agenda/index.ts';
import type { Assessment, Paper, PaperKind, Verdict } from '../../council/index.ts';
import type {
  AimView,
  FirstSteps,
  ObligationRow,
  PlanDifference,
  PlanRef,
  RoadmapProject,
  ScenarioOutcome,
} from '../../planning/index.ts';

/** Bodies of answers that are put together for the pages; everything else is a type of the domain itself. */

export interface Me {
  user: { name: string; role: string; account: boolean };
  city: { id: string; name: string };
  /** Allowed everywhere in the city. */
  permissions: Action[];
  /** Allowed on records of the own units alone. */
  ownPermissions: Action[];
  /** The units for which the person speaks, with everything below them. */
  ownUnits: string[];
  language: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface ProjectRow extends RoadmapProject {
  actionField: Named;
  stage: Named | null;
  leadUnit: string | null;
  partners: Named[];
  effortTenths: number;
  costCents: number;
  obligations: string[];
}

export interface ProjectAnswer {
  project: Project;
  version: number;
  row: ProjectRow;
  units: Record<string, string>;
  teams: Record<string, string>;
  /** Each with whether it is in force on the day of the agenda. */
  obligations: (Obligation & { inForce: boolean })[];
  sources: Source[];
  successors: { id: string; name: string }[];
  commitments: Commitment[];
  /** Needs that the project takes up, named by either side. */
  needs: Named[];
  /** Bundles of the services that it digitises, by the catalogue's key. */
  bundles: Named[];
}

export interface ObligationsAnswer {
  asOf: string;
  obligations: ObligationRow[];
}

export interface PaperRow {
  id: string;
  reference: string;
  kind: PaperKind;
  name: string;
  originators: string[];
  nextStep: { label: Text; on: string | null } | null;
  verdict: Verdict | null;
  lookAgainOn: string | null;
  outcome: Paper['outcome'] | null;
  version: number;
}

export interface PaperAnswer {
  paper: Paper;
  version: number;
  planRun: { id: string; createdAt: string; agendaChanged: boolean } | null;
  assessment: Assessment | null;
}

export interface Job {
  id: string;
  kind: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  /** From 0 to 1. */
  progress: number;
  message: Text | null;
  result: { planRun?: string } | null;
}

/** A plan that is kept, with what is known of it. */
export interface PlanRow extends PlanRef {
  version: number;
  proposedBy: string | null;
  /** Put forward by whoever looks at it. */
  own: boolean;
  note: string | null;
  projects: number;
  pins: PlanPin[];
  frozenUntil: string | null;
  aims: AimView[];
  engineVersion: string;
  seed: number;
  /** What of the agenda the working plan no longer fits. */
  faults: Text[];
}

export interface PlansAnswer {
  /** Day that is set to count as today; null = the real day counts. */
  statusDate: string | null;
  asOf: string;
  plans: PlanRow[];
  proposals: { id: string; createdAt: string; quality: PlanRef['quality'] }[];
}

/** The newest answer to a question about the plan; null as long as nobody has asked. */
export interface AskedAnswer<T> {
  asked: { createdAt: string; outdated: boolean; answer: T } | null;
}

export interface ScenarioRow {
  scenario: Scenario;
  version: number;
  /** Null as long as it was never computed. */
  result: {
    planRun: string;
    createdAt: string;
    /** Something that it rests on has changed since. */
    outdated: boolean;
    outcome: ScenarioOutcome;
    reason: Text | null;
  } | null;
}

export interface ComparisonAnswer {
  difference: PlanDifference;
  /** Version of the working plan that the page shows; 0 = there is none. */
  working: number;
}

/** What an evidence reference points to: any record, as it is stored. */
export interface RecordAnswer {
  kind: string;
  id: string;
  title: string;
  body: unknown;
  /** Null for what is not edited as a record. */
  version: number | null;
  provenance: Record<string, Provenance> | null;
  sources: Source[];
  href: string | null;
}

/** A record that shares telling words with a search. */
export interface Hit {
  kind: string;
  id: string;
  title: string;
  href: string;
}

/** RFC 9457; `instance` carries the number under which the server has logged the request. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  errors?: { pointer: string; detail: string }[];
}

/** Names of records by kind, for lists to choose from. */
export type Choices = Record<string, { id: string; name: string }[]>;

/** What became of a changed record; by `entry` the change is taken back. */
export interface WrittenRecord {
  id: string;
  version: number | null;
  body: unknown;
  /** By which it is taken back; null if nothing was changed. */
  entry: number | null;
}

/** One change in the history of a record. */
export interface HistoryEntry {
  entry: number;
  at: string;
  actor: string;
  action: 'insert' | 'update' | 'delete';
  version: number;
  changed: { field: string; before: unknown; after: unknown }[];
  restorable: boolean;
}

/** A named view of a list: what its address says. */
export interface SavedView {
  id: string;
  name: string;
  shared: boolean;
  own: boolean;
  search: Record<string, unknown>;
}

/** What a project list would change, line by line. */
export interface ListPreview {
  headLine: number;
  columns: { heading: string; target: string | null }[];
  targets: string[];
  rows: {
    line: number;
    state: 'new' | 'changed' | 'unchanged' | 'faulty';
    id: string;
    name: string;
    faults: { column: string; message: Text }[];
    hints: Text[];
  }[];
  newActionFields: string[];
  newUnits: string[];
}

/** The five steps to the first plan; `mayBegin`: the city's own agenda may be begun from here. */
export interface FirstStepsAnswer {
  mayBegin: boolean;
  steps: FirstSteps;
}

/** What an agenda file would begin with, or everything that is wrong with it. */
export interface AgendaFileCheck {
  city: { id: string; name: string } | null;
  counts: Record<string, number>;
  faults: { place: string; message: Text }[];
  more: number;
}

/** What is said about a record, and whether the person follows it. */
export interface DiscussionAnswer {
  comments: (Comment & { authorName: string; mentionNames: string[]; own: boolean })[];
  watching: boolean;
  watchers: number;
}

export interface NotificationsAnswer {
  unread: number;
  mailPossible: boolean;
  notifications: {
    id: string;
    reason: 'mention' | 'comment' | 'change';
    kind: DiscussedKind;
    record: string;
    /** Null when the record has been deleted. */
    title: string | null;
    by: string;
    at: string;
    read: boolean;
    href: string;
  }[];
}

/** What others have changed since the visit before. */
export interface VisitNews {
  since: string;
  records: {
    kind: string;
    id: string;
    /** Null when it has been deleted. */
    title: string | null;
    changes: number;
    action: 'insert' | 'update' | 'delete';
    by: string;
    at: string;
    href: string;
  }[];
  more: number;
}
