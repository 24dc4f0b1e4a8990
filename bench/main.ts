import { Command, InvalidArgumentError } from 'commander';
import { describeMachine, describeVersion } from './machine.ts';
import { PEERS, preparePeers } from './peers/peers.ts';
import { benchmark } from './solver/benchmark.ts';
import { formatLines } from './solver/table.ts';

const list = (text: string): string[] => text.split(',').filter((word) => word !== '');

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a number above 0 is expected');
  return value;
}

function count(text: string): number {
  const value = positive(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError('a whole number from 1 on is expected');
  return value;
}

interface SolverFlags {
  instances: string;
  bestKnown?: string;
  cpuSeconds: number[];
  seeds: number;
  peers: string[];
  sets: string[];
  limit?: number;
  jobs: number;
  out?: string;
}

async function runSolver(flags: SolverFlags): Promise<void> {
  const { solvers, notes } = preparePeers(flags.peers);
  let faults = 0;
  const lines = await benchmark({
    ...flags,
    bestKnown: flags.bestKnown,
    limit: flags.limit,
    out: flags.out,
    solvers: ['fahrplan', ...solvers],
    progress: (done, of) => process.stderr.isTTY && process.stderr.write(`\r${done} of ${of} runs`),
    fault: (message) => {
      faults++;
      console.error(message);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(formatLines(lines));
  const settings = `seeds 1..${flags.seeds}, ${flags.jobs} run(s) at a time`;
  console.log(['', `fahrplan: ${describeVersion()}, ${settings}`, ...notes, describeMachine()].join('\n'));
  if (faults > 0) process.exitCode = 1;
}

const program = new Command('bench').description('Measures the planning engine, alone and beside others.');

program
  .command('solver')
  .description('Public scheduling instances (.sm, .mm, .rcp): makespan within the same CPU time for everybody.')
  .requiredOption('--instances <folder>', 'folder with instance files; subfolders are sets')
  .option('--best-known <file>', 'JSON {name: {lb, ub}}, names end in the instance')
  .option('--cpu-seconds <list>', 'CPU seconds per run', (text) => list(text).map(positive), [1])
  .option('--seeds <n>', 'seeds 1..n', count, 1)
  .option('--peers <list>', `solvers to measure beside ours: ${PEERS.join(', ')}`, list, [])
  .option('--sets <list>', 'only these sets', list, [])
  .option('--limit <n>', 'at most n instances per set, taken evenly', count)
  .option('--jobs <n>', 'runs at a time', count, 1)
  .option('--out <file>', 'write every run with its plan as JSON')
  .action(runSolver);

// What the caller can put right is said in one sentence, without a stack.
await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
