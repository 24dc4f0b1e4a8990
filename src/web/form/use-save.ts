import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemIn } from '../api/client.ts';
import type { Problem } from '../api/types.ts';

/** Saving as a form sees it: faults with a place become notes at their fields, the rest is shown as a whole. */
export interface Saving {
  busy: boolean;
  problem: Problem | null;
  /** Number of faults that stand at a field. */
  faults: number;
  errorAt: (pointer: string) => string | undefined;
  /** Runs a request, reads the named resources anew, and tells whether it went well. What was typed stays. */
  run: <T>(request: () => Promise<T>, changed: readonly string[]) => Promise<T | null>;
}

/** @param stale what to say when somebody else has saved first */
export function useSave(stale: string): Saving {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const errors = new Map(problem?.errors?.map((one) => [one.pointer, one.detail]));
  const run = async <T>(request: () => Promise<T>, changed: readonly string[]): Promise<T | null> => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await request();
      await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
      return answer;
    } catch (error) {
      const found = problemIn(error);
      setProblem(found.status === 412 ? { ...found, detail: stale } : found);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, faults: errors.size, errorAt: (pointer) => errors.get(pointer), run };
}
