import type { ProjectAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';

/** More boxes than this on one side are counted, not drawn; the lists beside name them all. */
const SHOWN = 6;
const WIDTH = 96;
const HEIGHT = 24;
const GAP = 8;
const MIDDLE = 200;

interface Box {
  label: string;
  x: number;
  y: number;
  dashed?: boolean;
}

function column(labels: readonly string[], x: number, height: number, dashed: (label: string) => boolean): Box[] {
  const shown = labels.length > SHOWN ? [...labels.slice(0, SHOWN - 1), `+${labels.length - SHOWN + 1}`] : labels;
  const top = (height - shown.length * (HEIGHT + GAP) + GAP) / 2;
  return shown.map((label, index) => ({ label, x, y: top + index * (HEIGHT + GAP), dashed: dashed(label) }));
}

/** What the project waits for on the left, what waits for it on the right. The lists beside say the same in words. */
export function DependencyGraph({ answer }: { answer: ProjectAnswer }) {
  const { t } = useLanguage();
  const { project, successors } = answer;
  const before = [...project.dependencies.map((one) => one.predecessor), ...project.prerequisites];
  const after = successors.map((one) => one.id);
  if (before.length + after.length === 0) return null;
  const height = Math.max(1, Math.min(SHOWN, Math.max(before.length, after.length))) * (HEIGHT + GAP) - GAP + 2;
  const left = column(before, 1, height, (label) => project.prerequisites.includes(label));
  const right = column(after, 2 * MIDDLE - 1, height, () => false);
  const own: Box = { label: project.id, x: MIDDLE, y: (height - HEIGHT) / 2 };
  const from = left.length > 0 ? 0 : MIDDLE - 1;
  const to = (right.length > 0 ? 2 * MIDDLE : MIDDLE) + WIDTH + 1;
  const middle = (box: Box): number => box.y + HEIGHT / 2;
  const line = (from: Box, to: Box): string => {
    const [x1, x2] = [from.x + WIDTH, to.x];
    const bend = (x1 + x2) / 2;
    return `M${x1} ${middle(from)}C${bend} ${middle(from)} ${bend} ${middle(to)} ${x2} ${middle(to)}`;
  };
  return (
    <svg className="fp-graph" viewBox={`${from} 0 ${to - from} ${height}`} role="img" aria-label={t.edit.graph}>
      {left.map((box) => (
        <path key={box.label} d={line(box, own)} />
      ))}
      {right.map((box) => (
        <path key={box.label} d={line(own, box)} />
      ))}
      {[...left, own, ...right].map((box) => (
        <g key={`${box.x} ${box.label}`} className={box === own ? 'fp-graph__own' : undefined}>
          <rect x={box.x} y={box.y} width={WIDTH} height={HEIGHT} strokeDasharray={box.dashed ? '4 3' : undefined} />
          <text x={box.x + WIDTH / 2} y={middle(box) + 4}>
            {box.label.length > 13 ? `${box.label.slice(0, 12)}…` : box.label}
          </text>
        </g>
      ))}
    </svg>
  );
}
