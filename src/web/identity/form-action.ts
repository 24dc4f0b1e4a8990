import { type FormEvent, useState } from 'react';
import { problemIn } from '../api/client.ts';
import type { Problem } from '../api/types.ts';

/** One step that a form takes: whether it runs, and what went wrong with it. */
export interface FormAction {
  busy: boolean;
  problem: Problem | null;
  setProblem: (problem: Problem | null) => void;
  /** Runs a step; what it throws becomes {@link problem}, and what was typed stays. True if it succeeded. */
  run: (step: () => Promise<void>) => Promise<boolean>;
  onSubmit: (step: () => Promise<void>) => (event: FormEvent) => void;
}

export function useFormAction(): FormAction {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (step: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await step();
      return true;
    } catch (error) {
      setProblem(problemIn(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (step: () => Promise<void>) => (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void run(step);
  };
  return { busy, problem, setProblem, run, onSubmit };
}
