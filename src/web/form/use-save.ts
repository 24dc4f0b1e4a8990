import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemIn } from '../api/client.ts';
import type { Problem } from '../api/types.ts';
import { useLanguage } from '../language/context.tsx';

/** Saving as a form sees it: faults with a place become notes at their fields, the rest is shown as a whole. */
export interface Saving {
  busy: boolean;
  problem: Problem | null;
  setProblem: (problem: Problem | null) => void;
  /** Nothing is sent: what is wrong at these places, or what fields say of themselves, is named above the form. */
  refuse: (errors?: NonNullable<Problem['errors']>) => void;
  /**
   * Nothing may be sent while one of these is empty: each says so at its place, and above the form. A value that was
   * given but cannot be read (`readable`) is named by its field itself.
   *
   * @param given name of a field, without the leading slash of its place, with what is typed there
   */
  complete: (given: Readonly<Record<string, string>>, readable?: boolean) => boolean;
  /** What is wrong at a place, or within it. */
  errorAt: (pointer: string) => string | undefined;
  /** Runs a request, reads the named resources anew, and tells whether it went well. What was typed stays. */
  run: <T>(request: () => Promise<T>, changed?: readonly string[]) => Promise<T | null>;
}

const STALE = 412;

/**
 * @param onStale what to do when somebody else has saved first: true if a person is asked now. Without it the named
 *   resources are read anew, all if none is named, and the page says so.
 */
export function useSave(onStale?: () => Promise<boolean>): Saving {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const readAnew = async (changed: readonly string[]): Promise<void> => {
    await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
  const fail = async (found: Problem, changed: readonly string[]): Promise<void> => {
    if (found.status !== STALE) setProblem(found);
    else if (!(await onStale?.())) {
      setProblem({ ...found, title: t.form.conflict, detail: t.form.changedMeanwhile });
      await (changed.length === 0 ? client.invalidateQueries() : readAnew(changed));
    }
  };
  const refuse: Saving['refuse'] = (found = []) => setProblem({ title: t.form.wrong, status: 400, errors: found });
  const complete: Saving['complete'] = (given, readable = true) => {
    const empty = Object.entries(given).filter(([, typed]) => typed.trim() === '');
    const whole = empty.length === 0 && readable;
    if (whole) setProblem(null);
    else refuse(empty.map(([field]) => ({ pointer: `/${field}`, detail: t.form.missing })));
    return whole;
  };
  const errorAt: Saving['errorAt'] = (place) =>
    problem?.errors?.find(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`))?.detail;
  const run = async <T>(request: () => Promise<T>, changed: readonly string[] = []): Promise<T | null> => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await request();
      await readAnew(changed);
      return answer;
    } catch (error) {
      await fail(problemIn(error), changed);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, setProblem, refuse, complete, errorAt, run };
}
