import type { Problem } from '../api/types.ts';
import { PlacedDetail } from './placed-detail.tsx';

/** What went wrong with a form, above it: the server's words, and what is wrong at no field in particular. */
export function FormProblem({ problem, fields = [] }: { problem: Problem | null; fields?: readonly string[] }) {
  if (problem === null) return null;
  const rest = problem.errors?.filter((one) => !fields.includes(one.pointer)) ?? [];
  return (
    <div className="fp-notice" role="alert">
      <span>{problem.detail ?? problem.title}</span>
      {rest.map((one) => (
        <span key={one.pointer}>
          <PlacedDetail error={one} />
        </span>
      ))}
    </div>
  );
}

/** What the server says about one field. */
export function fieldError(problem: Problem | null, pointer: string): string | undefined {
  return problem?.errors?.find((one) => one.pointer === pointer)?.detail;
}
