import { readInstance } from '../instances/read-instance.ts';
import { chuffed } from '../peers/chuffed.ts';
import { cpSat } from '../peers/cp-sat.ts';
import { cpSatNative } from '../peers/cp-sat-native.ts';
import { fahrplan } from './fahrplan.ts';
import type { Outcome, Run, Solver } from './run.ts';
import { fahrplanInTwo } from './two-threads.ts';

/** Solvers by the name that the result file gives them. */
const solvers: Record<string, Solver> = {
  fahrplan,
  'fahrplan-2': fahrplanInTwo,
  'cp-sat': cpSat,
  'cp-sat-native': cpSatNative,
  chuffed,
};

/**
 * The process in which all solvers run, ours and the peers, one run after the other. It lives as long as the benchmark, so that
 * everybody works with warm code, as in a server.
 */
process.on('message', (run: Run) => {
  answer(run).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});

async function answer(run: Run): Promise<Outcome> {
  const solver = solvers[run.solver];
  if (!solver) throw new Error(`there is no solver ${run.solver}`);
  return await solver(readInstance(run.path), run.seed, run.cpuLimit);
}
