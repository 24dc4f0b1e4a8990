import type { FormEvent } from 'react';
import type { Problem } from '../api/types.ts';
import { useSave } from './use-save.ts';

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
  const { busy, problem, setProblem, run: save } = useSave();
  const run = async (step: () => Promise<void>): Promise<boolean> => {
    const done = await save(async () => {
      await step();
      return true;
    });
    return done === true;
  };
  const onSubmit = (step: () => Promise<void>) => (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void run(step);
  };
  return { busy, problem, setProblem, run, onSubmit };
}
