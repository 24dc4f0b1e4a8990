import { type Saving, useSave } from './use-save.ts';

/** One step that a form takes: whether it runs, and what went wrong with it. */
export interface FormAction extends Omit<Saving, 'run'> {
  /** Runs a step; what it throws becomes `problem`, and what was typed stays. True if it succeeded. */
  run: (step: () => Promise<void>) => Promise<boolean>;
  /** What a form does when it is sent: the step, once all that is asked for is given ({@link Saving}). */
  send: (step: () => Promise<void>, given?: Readonly<Record<string, string>>) => () => void;
}

export function useFormAction(): FormAction {
  const { run: save, ...saving } = useSave();
  const run = async (step: () => Promise<void>): Promise<boolean> => {
    const done = await save(async () => {
      await step();
      return true;
    });
    return done === true;
  };
  const send: FormAction['send'] =
    (step, given = {}) =>
    () => {
      if (!saving.busy && saving.complete(given)) void run(step);
    };
  return { ...saving, run, send };
}
