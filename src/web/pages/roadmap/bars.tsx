import type { RoadmapProject } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import type { Format } from '../../language/format.ts';
import { addDays } from '../../language/format.ts';
import { type Draft, draftFinish } from './draft.ts';
import type { TimeScale } from './scale.ts';
import type { useDrag } from './use-drag.ts';

const classOf = { mandatory: 'b-M', prerequisite: 'b-P', decided: 'b-C', optional: 'b-O' } as const;

/** The row in words: what the picture shows, for whoever does not see it. */
export function timeInWords(project: RoadmapProject, t: Messages, f: Format): string {
  const parts: string[] = [];
  if (project.start && project.finish) parts.push(t.roadmap.fromTo(f.date(project.start), f.date(project.finish)));
  else parts.push(t.roadmap.notDated);
  const moved = project.approvedStart !== project.start || project.approvedFinish !== project.finish;
  if (moved && project.approvedStart && project.approvedFinish)
    parts.push(t.roadmap.approvedFromTo(f.date(project.approvedStart), f.date(project.approvedFinish)));
  if (project.pin) parts.push(t.hold.pinnedOn(f.date(project.pin.start)));
  for (const deadline of project.deadlines) parts.push(`${t.deadlineKinds[deadline.kind]} ${f.date(deadline.on)}`);
  for (const one of project.milestones) parts.push(`${one.name} ${f.dated(one.on, one.precision)}`);
  return parts.join('; ');
}

/** A pin: the project is held here. */
export function PinMark({ x }: { x: number }) {
  return <path className="m-pin" d={`M${x} 1h6l-2 3v3h-2v-3z`} />;
}

/** Working bars inside the outline of the approved plan, milestones and deadlines, on a row of 24 px. */
export function ProjectBars({
  project,
  scale,
  selected,
  critical,
  drag,
  draft,
}: {
  project: RoadmapProject;
  scale: TimeScale;
  selected: boolean;
  critical: boolean;
  drag: ReturnType<typeof useDrag>;
  draft: Draft | null;
}) {
  const { t, f } = useLanguage();
  const box = (from: string, to: string) => ({ x: scale.x(from), width: scale.x(addDays(to, 1)) - scale.x(from) });
  const { approvedStart, approvedFinish } = project;
  return (
    <svg width={scale.width} height="24" role="img" aria-label={timeInWords(project, t, f)}>
      {approvedStart && approvedFinish && (
        <rect className="b-ok" {...box(approvedStart, approvedFinish)} y="4.5" height="15" rx="1" />
      )}
      {project.start && project.finish && project.bars.length > 1 && (
        <line className="b-gap" x1={scale.x(project.start)} x2={scale.x(project.finish)} y1="12" y2="12" />
      )}
      <g {...drag.handlers} className={drag.movable ? 'g-move' : undefined}>
        {project.bars.map((bar) => (
          <rect
            key={bar.phase}
            className={selected ? 'b-sel' : classOf[project.commitmentClass]}
            {...box(bar.start, bar.finish)}
            y="8"
            height="8"
          />
        ))}
      </g>
      {critical && project.start && project.finish && (
        <rect className="b-crit" {...box(project.start, project.finish)} y="20" height="2.5" />
      )}
      {project.pin && <PinMark x={scale.x(project.pin.start)} />}
      {draft && <rect className="b-draft" {...box(draft.start, draftFinish(project, draft))} y="6" height="12" />}
      {project.milestones.map((one) => (
        <path key={one.id} className="m-stone" d={`M${scale.x(one.on)} 6l6 6l-6 6l-6-6z`} />
      ))}
      {project.deadlines.map((deadline) => {
        const x = Math.max(1, scale.x(addDays(deadline.on, 1))); // a day long past stands at the edge
        const statutory = deadline.kind === 'statutory';
        return (
          <g key={`${deadline.kind}${deadline.on}`}>
            <line className={statutory ? 'm-law' : 'm-goal'} x1={x} x2={x} y1="3" y2="21" />
            {statutory && (
              <text className="t-law" x={x + 4} y="16.5">
                §
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Bracket over all projects of a collapsed area. */
export function AreaBar({ start, finish, scale }: { start: string; finish: string; scale: TimeScale }) {
  const { t, f } = useLanguage();
  const from = scale.x(start);
  const width = scale.x(addDays(finish, 1)) - from;
  return (
    <svg width={scale.width} height="24" role="img" aria-label={t.roadmap.fromTo(f.date(start), f.date(finish))}>
      <path className="b-sum" d={`M${from} 10h${width}v7l-4-4h${8 - width}l-4 4z`} />
    </svg>
  );
}
