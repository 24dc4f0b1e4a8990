import { type Agenda, isDuty, isInForce, type Obligation, type Project, type Strategy } from '../../agenda/index.ts';
import type { CoverageRow, CoverageView } from './coverage-schema.ts';

/** Duty × project and goal of a strategy × project, with the gaps on all three sides. */
export function coverageView(agenda: Agenda, asOf: string): CoverageView {
  const projects = agenda.projects.filter(canCover);
  const rows = [
    ...agenda.obligations.map((one) => obligationRow(one, projects, asOf)),
    ...agenda.strategies.flatMap((one) => strategyRows(one, projects)),
  ];
  const gapsOf = (isDutyRow: boolean): string[] =>
    rows
      .filter((row) => row.required && row.projects.length === 0 && (row.kind === 'obligation') === isDutyRow)
      .map((row) => row.key);
  const founded = new Set(rows.flatMap((row) => row.projects));
  return {
    asOf,
    rows,
    projects: projects.map((project) => ({
      id: project.id,
      name: project.shortName ?? project.name,
      actionField: project.actionField,
      commitmentClass: project.commitmentClass,
      done: project.status === 'succeeded',
    })),
    actionFields: agenda.actionFields.map(({ id, name }) => ({ id, name })),
    gaps: {
      obligations: gapsOf(true),
      strategies: gapsOf(false),
      projects: projects.filter(({ id, status }) => status !== 'succeeded' && !founded.has(id)).map(({ id }) => id),
    },
  };
}

function canCover({ status }: Project): boolean {
  return status !== 'rejected' && status !== 'stopped' && status !== 'failed';
}

function obligationRow(one: Obligation, projects: readonly Project[], asOf: string): CoverageRow {
  return {
    key: one.id,
    kind: 'obligation',
    id: one.id,
    name: one.name,
    basis: `${one.law} ${one.paragraph}`,
    force: one.force,
    inForce: isInForce(one, asOf),
    expired: one.status === 'expired',
    required: isDuty(one, asOf),
    projects: projects.filter(({ obligations }) => obligations.includes(one.id)).map(({ id }) => id),
  };
}

/** The strategy itself and each of its goals; whoever serves a goal serves its strategy. */
function strategyRows(one: Strategy, projects: readonly Project[]): CoverageRow[] {
  const common = {
    id: one.id,
    force: null,
    inForce: one.status === 'adopted',
    expired: one.status === 'expired',
    required: one.binding && one.status === 'adopted',
  };
  const serving = one.goals.map((goal) => new Set(goal.projects));
  const named = projects.filter(
    ({ id, strategies }) => strategies.includes(one.id) || serving.some((goal) => goal.has(id)),
  );
  return [
    {
      ...common,
      key: one.id,
      kind: 'strategy',
      name: one.name,
      basis: one.issuer,
      projects: named.map(({ id }) => id),
    },
    ...one.goals.map((goal, index): CoverageRow => {
      const ids = projects.filter(({ id }) => serving[index]?.has(id)).map(({ id }) => id);
      return {
        ...common,
        key: `${one.id}/${goal.id}`,
        kind: 'strategyGoal',
        name: goal.name,
        basis: one.name,
        projects: ids,
      };
    }),
  ];
}
