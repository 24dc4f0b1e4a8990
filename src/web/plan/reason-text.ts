import type { Reason } from '../../planning/index.ts';
import type { Messages } from '../language/de.ts';
import type { Format } from '../language/format.ts';

export interface Names {
  team: (id: string) => string;
  budgetLine: (id: string) => string;
}

/** A binding fact in one sentence. Projects are named by their key; names stand in the timeline. */
export function reasonText(reason: Reason, names: Names, t: Messages, f: Format): string {
  const projects = f.list(reason.projects);
  const from = reason.from === null ? null : f.month(reason.from);
  const until = reason.until === null ? null : f.month(reason.until);
  switch (reason.kind) {
    case 'teamCapacity': {
      const team = reason.team === null ? t.load.team : names.team(reason.team);
      const load =
        reason.loadPercentMin === null || reason.loadPercentMax === null
          ? null
          : t.why.load(f.number(reason.loadPercentMin), f.percent(reason.loadPercentMax));
      return t.why.teamCapacity(team, from, until, load, projects);
    }
    case 'budget':
      return t.why.budget(reason.budgetLine === null ? '' : names.budgetLine(reason.budgetLine), until);
    case 'commitments':
      return t.why.commitments(reason.budgetLine === null ? '' : names.budgetLine(reason.budgetLine));
    case 'dependency':
      return t.why.dependency(projects, reason.projects.length, reason.until === null ? null : f.date(reason.until));
    case 'earliestStart':
      return t.why.earliestStart(reason.from === null ? null : f.date(reason.from));
    case 'deadlines':
      return t.why.deadlines(projects, reason.until === null ? null : f.date(reason.until));
    case 'prerequisite':
      return t.why.prerequisite(projects, reason.from === null ? null : f.date(reason.from));
    case 'duration':
      return t.why.duration(projects);
  }
}

/** What a tested fact is about, in a word or two: for the list of those that do not bind. */
export function reasonSubject(reason: Reason, names: Names, t: Messages, f: Format): string {
  if (reason.team !== null) return names.team(reason.team);
  if (reason.kind === 'commitments') return t.why.kinds.commitments;
  if (reason.budgetLine !== null) return t.why.money;
  if (reason.projects.length > 0) return f.list(reason.projects);
  return t.why.kinds[reason.kind];
}
