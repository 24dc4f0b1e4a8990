import { lazy, Suspense } from 'react';

/** The names of all fields are many: they are loaded when something is wrong somewhere. */
const Placed = lazy(() => import('../fields/placed.tsx'));

/** What is wrong with a value, with its place in words: for lists that stand apart from the fields. */
export function PlacedDetail({ error }: { error: { pointer: string; detail: string } }) {
  return (
    <Suspense fallback={error.detail}>
      <Placed error={error} />
    </Suspense>
  );
}
