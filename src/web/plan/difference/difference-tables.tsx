import type { PlanDifference } from '../../../planning/index.ts';
import { ProjectDifferences } from './project-differences.tsx';
import { DutyDifferences, MoneyDifferences, TeamDifferences } from './use-differences.tsx';

/** The difference of two plans in figures: projects, duties, teams, money. */
export function DifferenceTables({ difference }: { difference: PlanDifference }) {
  return (
    <>
      {difference.projects.length > 0 && (
        <>
          <ProjectDifferences rows={difference.projects} />
          <DutyDifferences rows={difference.duties} />
          <TeamDifferences rows={difference.teams} />
        </>
      )}
      <MoneyDifferences money={difference.money} />
    </>
  );
}
