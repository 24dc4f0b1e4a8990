import type { Problem } from '../api/types.ts';
import { PlacedDetail } from './placed-detail.tsx';

/** What went wrong with a step that is no form, above the list or the page that it belongs to. */
export function StepProblem({ problem }: { problem: Problem | null }) {
  if (problem === null) return null;
  return (
    <div className="fp-notice" role="alert">
      <span>{problem.detail ?? problem.title}</span>
      {problem.errors?.map((one) => (
        <span key={one.pointer}>
          <PlacedDetail error={one} />
        </span>
      ))}
    </div>
  );
}
