import { basename, isAbsolute } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { AgendaOptions } from './agenda/agenda.ts';
import type { ApiOptions } from './api/api.ts';
import type { FramesOptions } from './frames/frames.ts';
import { describeMachine, describeVersion } from './machine.ts';
import { installPeers, peerVersion } from './peers/install.ts';
import { AGENDA_PEERS, PEERS, preparePeers } from './peers/peers.ts';
import { type Chapter, writeChapter } from './report.ts';
import type { BenchmarkOptions } from './solver/benchmark.ts';

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

/** An argument as the report shows it: where a file lay on this machine tells nobody anything. */
const shown = (argument: string): string => {
  const text = isAbsolute(argument) ? `…/${basename(argument)}` : argument;
  return text.includes(' ') ? `"${text}"` : text;
};

/** Prints what was measured and, if a report is asked for, writes it there as a chapter. */
function publish(chapter: Omit<Chapter, 'command'>, report: string | undefined): void {
  console.log([chapter.body, '', ...chapter.notes].join('\n'));
  const command = `npm run -s bench -- ${process.argv.slice(2).map(shown).join(' ')}`;
  if (report !== undefined) writeChapter(report, { ...chapter, command }, new Date().toISOString().slice(0, 10));
}

const version = describeVersion();

const counter = (text: string): unknown => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`);

type SolverFlags = Omit<BenchmarkOptions, 'solvers' | 'progress' | 'fault'> & {
  peers: string[];
  chapter: string;
  report?: string;
};

async function runSolver(flags: SolverFlags): Promise<void> {
  const { benchmark } = await import('./solver/benchmark.ts');
  const { formatLines } = await import('./solver/table.ts');
  const { solvers, notes } = preparePeers(flags.peers);
  const faults: string[] = [];
  const lines = await benchmark({
    ...flags,
    solvers: ['fahrplan', ...solvers],
    progress: (done, of) => counter(`${done} of ${of} runs`),
    fault: (message) => {
      faults.push(message);
      console.error(message);
    },
  });
  counter('');
  const sample = flags.limit === undefined ? 'all instances' : `at most ${flags.limit} instances per set, taken evenly`;
  const settings = `${sample}, seeds 1..${flags.seeds}, ${flags.jobs} run(s) at a time, ${faults.length} fault(s)`;
  publish(
    {
      key: `solver-${flags.chapter}`,
      title: `Public instances: ${flags.chapter}`,
      notes: [`fahrplan: ${version}; ${settings}`, ...notes, describeMachine()],
      body: formatLines(lines),
    },
    flags.report,
  );
  if (faults.length > 0) process.exitCode = 1;
}

type AgendaFlags = Omit<AgendaOptions, 'withCpSat' | 'progress'> & { peers: string[]; report?: string };

async function runAgenda(flags: AgendaFlags): Promise<void> {
  const { measureBounds, measureQuestions, measureRivals } = await import('./agenda/agenda.ts');
  const { notes } = preparePeers(flags.peers, AGENDA_PEERS);
  const withCpSat = flags.peers.includes('cp-sat');
  const options: AgendaOptions = { ...flags, withCpSat, progress: counter };
  const about = [`fahrplan: ${version}, one thread`, describeMachine()];
  const suffix = flags.optional ? '-optional' : '';
  const withChoices = flags.optional ? ', with optional projects and alternatives' : '';
  const questions = measureQuestions(options);
  counter('');
  publish(
    {
      key: `agenda-questions${suffix}`,
      title: `Questions on generated agendas${withChoices}`,
      notes: about,
      body: questions,
    },
    flags.report,
  );
  const rivals = await measureRivals(options);
  counter('');
  publish(
    {
      key: `agenda-plans${suffix}`,
      title: `Plans of whole agendas beside other planners${withChoices}`,
      notes: [
        ...about,
        ...notes
          .filter((note) => note.startsWith('cp-sat:'))
          .map((note) => note.replace(', tuned (bench/peers/cp-sat.ts)', '')),
        'due-date list: earliest due date first, each phase as early as possible, never looking back',
        'CP-SAT plans without money, in its favour, so its plans may break budgets',
      ],
      body: rivals,
    },
    flags.report,
  );
  if (!flags.peers.includes('highs') || flags.optional) return;
  const bounds = await measureBounds(options);
  publish(
    {
      key: 'agenda-bounds',
      title: 'Bounds of whole agendas beside a linear programme',
      notes: [
        ...about,
        ...notes.filter((note) => note.startsWith('highs:')),
        'linear programme: every mode and weekly start, limits of teams and links by the month, money by the year (bench/agenda/monthly-programme.ts)',
        'no row of it is broken by our plan, and its bound is computed anew from its prices (bench/agenda/linear-programme.ts)',
      ],
      body: bounds,
    },
    flags.report,
  );
}

async function runApi(flags: Omit<ApiOptions, 'progress'> & { report?: string }): Promise<void> {
  installPeers();
  const { measureApi } = await import('./api/api.ts');
  const body = await measureApi({ ...flags, progress: counter });
  counter('');
  const settings = `${flags.projects} projects, ${flags.connections} connections, ${flags.seconds} s per route`;
  const notes = [
    `fahrplan: ${version}; autocannon ${peerVersion('autocannon')}, ${settings}`,
    `server, database and the asking program share ${describeMachine()}`,
    'CPU ms per answer: of server and database together, which other programs on the machine hardly change',
  ];
  publish({ key: 'api', title: 'Read routes of the server', notes, body }, flags.report);
}

async function runFrames(flags: Omit<FramesOptions, 'progress'> & { report?: string }): Promise<void> {
  const { measureFrames } = await import('./frames/frames.ts');
  const body = await measureFrames({ ...flags, progress: counter });
  counter('');
  const notes = [
    `fahrplan: ${version}; ${flags.projects} projects, each page opened ${flags.times} times, the middle one counts`,
    'first rows: from the address until the first row is painted; frames: while the wheel is turned by a notch per frame',
    'slowest answer: of the page to ten arrow keys on the roadmap, to a word typed into the search of the projects',
    'CPU: of the thread of the page alone, which other programs on the machine hardly change',
    `Chromium without a graphics card, server and database share ${describeMachine()}`,
  ];
  publish({ key: 'frames', title: 'Long pages in the browser', notes, body }, flags.report);
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
  .option('--report <file>', 'write the summary as a chapter of this Markdown file')
  .option('--chapter <name>', 'name of that chapter', 'makespan')
  .action(runSolver);

program
  .command('agenda')
  .description('What users ask, on generated agendas; and plans of whole agendas beside other planners.')
  .option('--sizes <list>', 'numbers of projects', (text) => list(text).map(count), [50, 300, 1000, 2000])
  .option('--seed <n>', 'seed of the agendas that are asked about', count, 1)
  .option('--times <n>', 'questions of each kind', count, 100)
  .option('--budget <seconds>', 'CPU seconds after which a question is asked no more', positive, 10)
  .option('--cpu-seconds <seconds>', 'CPU seconds for the plan of a whole agenda', positive, 10)
  .option('--seeds <n>', 'agendas per size for the comparison of plans', count, 1)
  .option('--optional', 'agendas with projects that may be left out, and with alternatives', false)
  .option('--peers <list>', 'cp-sat, to plan the agendas beside ours; highs, to bound them', list, [])
  .option('--report <file>', 'write both tables as chapters of this Markdown file')
  .action(runAgenda);

program
  .command('api')
  .description('Read routes of the running server, many requests at a time (autocannon).')
  .option('--projects <n>', 'projects of the agenda', count, 300)
  .option('--connections <n>', 'requests at a time', count, 50)
  .option('--seconds <n>', 'seconds per route', count, 5)
  .option('--routes <list>', 'only routes whose address holds one of these texts', list)
  .option('--report <file>', 'write the table as a chapter of this Markdown file')
  .action(runApi);

program
  .command('frames')
  .description('Roadmap and list of projects in a real browser: first rows, scrolling, answers to keys.')
  .option('--projects <n>', 'projects of the agenda', count, 2000)
  .option('--times <n>', 'how often each page is opened', count, 5)
  .option('--report <file>', 'write the table as a chapter of this Markdown file')
  .action(runFrames);

// What the caller can put right is said in one sentence, without a stack.
await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
