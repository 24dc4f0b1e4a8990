import './compile-cache.ts';
import { CommanderError } from 'commander';
import { report } from './failure.ts';
import { helpTexts } from './help-texts.ts';
import { languageOf, parseLanguage } from './language.ts';
import { LocalCommand, wholeNumber } from './program.ts';
import { programVersion } from './version.ts';

// The `fahrplan` command: every command on one screen. Each loads its own parts only when it runs, so that help and
// small commands answer at once.

const language = languageOf(process.argv);
const text = (key: keyof typeof helpTexts): string => helpTexts[key][language];
const german = language === 'de';
const [AGENDA, PAPER, FILE] = german ? ['<Agenda>', 'Vorlage', '<Datei>'] : ['<agenda>', 'paper', '<file>'];
const SEED = wholeNumber('--seed', 0, 2_147_483_647);
/** Default seed of plan and assess: planning's DEFAULT_SEED, repeated so that `--help` need not load the engine. */
const DEFAULT_SEED = 4;
const seedOption = (otherwise: number) =>
  ['--seed <n>', `${text('seed')} (${german ? 'sonst' : 'else'} ${otherwise})`, SEED, otherwise] as const;
const time = ['--time <s>', text('time'), wholeNumber('--time', 1, 86_400)] as const;

const program = new LocalCommand('fahrplan', language)
  .description(text('program'))
  .version(programVersion(), '-V, --version', text('version'))
  .helpCommand(false)
  .option('--lang <de|en>', text('lang'), parseLanguage, 'de');

program
  .command('check')
  .description(text('check'))
  .argument(AGENDA, text('agendaFile'))
  .argument(`[${PAPER}...]`, text('paperFiles'))
  .option('--json', text('json'))
  .action(async (agenda, papers, options) =>
    (await import('./commands/check.ts')).check(agenda, papers, { ...options, language }),
  );

program
  .command('assess')
  .description(text('assess'))
  .argument(AGENDA, text('agendaFile'))
  .argument(`<${PAPER}>`, text('paperFile'))
  .option('--json', text('json'))
  .option('--prove', text('prove'))
  .option('--statement', text('statement'))
  .option(`--docx ${FILE}`, text('docx'))
  .option(`--pdf ${FILE}`, text('pdf'))
  .option(`--template ${FILE}`, text('template'))
  .option(...seedOption(DEFAULT_SEED))
  .option(...time)
  .action(async (agenda, paper, options) =>
    (await import('./commands/assess.ts')).assess(agenda, paper, { ...options, language }),
  );

program
  .command('report')
  .description(text('report'))
  .argument(german ? '<Art>' : '<kind>', text('reportKind'))
  .argument(AGENDA, text('agendaFile'))
  .argument(FILE, text('reportFile'))
  .option(`--papers ${german ? '<Ordner>' : '<folder>'}`, text('papersFolder'))
  .option('--body <name>', text('reportBody'))
  .option('--faction <name>', text('reportFaction'))
  .option('--project <id>', text('reportProject'))
  .option(`--year ${german ? '<Jahr>' : '<year>'}`, text('reportYear'), wholeNumber('--year', 1990, 2100))
  .option(`--template ${FILE}`, text('template'))
  .action(async (kind, agenda, file, options) =>
    (await import('./commands/report.ts')).report(kind, agenda, file, { ...options, language }),
  );

program
  .command('plan')
  .description(text('plan'))
  .argument(AGENDA, text('agendaFile'))
  .option('--json', text('json'))
  .option(`--out ${FILE}`, text('planOut'))
  .option(...seedOption(DEFAULT_SEED))
  .option(...time)
  .option('--threads <n>', text('threads'), wholeNumber('--threads', 1, 2), 1)
  .action(async (agenda, options) => (await import('./commands/plan.ts')).plan(agenda, { ...options, language }));

program
  .command('curve')
  .description(text('curve'))
  .argument(AGENDA, text('agendaFile'))
  .argument(`<${PAPER}>`, text('paperFile'))
  .option('--json', text('json'))
  .option(...seedOption(DEFAULT_SEED))
  .action(async (agenda, paper, options) =>
    (await import('./commands/questions.ts')).curve(agenda, paper, { ...options, language }),
  );

program
  .command('worth')
  .description(text('worth'))
  .argument(AGENDA, text('agendaFile'))
  .option('--json', text('json'))
  .option(...seedOption(DEFAULT_SEED))
  .action(async (agenda, options) => (await import('./commands/questions.ts')).worth(agenda, { ...options, language }));

program
  .command('risk')
  .description(text('risk'))
  .argument(AGENDA, text('agendaFile'))
  .option('--json', text('json'))
  .option('--runs <n>', `${text('runs')} (${german ? 'sonst' : 'else'} 500)`, wholeNumber('--runs', 1, 100_000), 500)
  .option(...seedOption(DEFAULT_SEED))
  .action(async (agenda, options) => (await import('./commands/questions.ts')).risk(agenda, { ...options, language }));

const several = (value: string, before: string[] = []) => [...before, value];
const [PROJECT, DAY, TEAM, POSTS, LINE, YEAR] = german
  ? ['Vorhaben', 'Tag', 'Team', 'Stellen', 'Budget', 'Jahr']
  : ['project', 'day', 'team', 'posts', 'budget', 'year'];

program
  .command('why-not')
  .description(text('whyNot'))
  .argument(AGENDA, text('agendaFile'))
  .option(`--project <${PROJECT}>`, text('whyNotProject'))
  .option('--json', text('json'))
  .action(async (agenda, options) => (await import('./commands/why-not.ts')).whyNot(agenda, { ...options, language }));

program
  .command('repair')
  .description(text('repair'))
  .argument(AGENDA, text('agendaFile'))
  .option(`--late <${PROJECT}=${DAY}>`, text('late'), several)
  .option(`--posts <${TEAM}=${POSTS}@${DAY}>`, text('postsChange'), several)
  .option(`--money <${LINE}=${YEAR}:Euro>`, text('moneyChange'), several)
  .option(`--drop <${PROJECT}>`, text('drop'), several)
  .option('--json', text('json'))
  .option(`--out ${FILE}`, text('planOut'))
  .option(...seedOption(DEFAULT_SEED))
  .action(async (agenda, options) => (await import('./commands/repair.ts')).repair(agenda, { ...options, language }));

program
  .command('generate')
  .description(text('generate'))
  .requiredOption('--projects <n>', text('projects'), wholeNumber('--projects', 1, 5_000))
  .option(...seedOption(1))
  .option(`--out ${FILE}`, text('out'))
  .action(async (options) => (await import('./commands/generate.ts')).generate({ ...options, language }));

program
  .command('backup')
  .description(text('backup'))
  .argument(FILE, text('archiveFile'))
  .action(async (file) => (await import('./commands/archive.ts')).backup(file, { language }));

program
  .command('restore')
  .description(text('restore'))
  .argument(FILE, text('archiveFile'))
  .action(async (file) => (await import('./commands/archive.ts')).restore(file, { language }));

program
  .command('serve')
  .description(text('serve'))
  .action(async () => (await import('./commands/server.ts')).serve({ language }));

program
  .command('worker')
  .description(text('worker'))
  .action(async () => (await import('./commands/server.ts')).worker({ language }));

program
  .command('sign-in-link')
  .description(text('signInLink'))
  .option('--city <id>', text('city'))
  .action(async (options) => (await import('./commands/server.ts')).signInLink(options));

program
  .command('help')
  .description(text('helpCommand'))
  .argument(german ? '[Befehl]' : '[command]', text('helpCommand'))
  .action((name?: string) => program.helpFor(name));

// A reader that went away (`fahrplan … | head`) is no fault of ours and none of the user's.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.on('uncaughtException', (error) => process.exit(report(error, language)));

try {
  if (process.argv.length === 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? error.exitCode : report(error, language);
}
