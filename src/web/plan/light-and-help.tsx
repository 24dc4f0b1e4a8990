import type { ObligationRow } from '../../planning/index.ts';
import { TrafficLight } from '../ui/marks.tsx';
import { HelpLink } from './help-link.tsx';

/** The light of a duty; where the plan is late, the way to what would help each project that covers it. */
export function LightAndHelp({ row }: { row: ObligationRow }) {
  const late = (row.marginDays ?? 0) < 0;
  const several = row.projects.length > 1;
  return (
    <>
      <TrafficLight light={row.light} />
      {late &&
        row.projects.map(({ id }) => (
          <div key={id}>
            <HelpLink project={id} named={several} />
          </div>
        ))}
    </>
  );
}
