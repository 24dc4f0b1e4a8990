import { type Agenda, isoDateSchema, type Language, type ScenarioChange, writeAgenda } from '../../agenda/index.ts';
import { startComputation } from '../compute/computation.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { agendaFrom } from '../inputs.ts';
import { note, print, writeWhole } from '../output.ts';
import { renderRepair } from '../render/repair.ts';
import { terminalFormat } from '../render/terminal.ts';
import { planFrom, printJson } from './questions.ts';

interface Options {
  late?: string[];
  posts?: string[];
  money?: string[];
  drop?: string[];
  json?: boolean;
  out?: string;
  seed: number;
  language: Language;
}

/** `fahrplan repair AGENDA`: the plan after a change, with as little movement as possible. */
export async function repair(agendaFile: string, options: Options): Promise<void> {
  const { seed, language, out } = options;
  const computation = startComputation();
  const agenda = await agendaFrom(agendaFile);
  const plan = planFrom(agenda, agendaFile);
  const changes = changesFrom(agenda, options);
  if (changes.length === 0) throw new Failure(failureTexts.noChange);
  const result = await computation.run({ kind: 'repair', agenda, plan, changes, seed }, language);
  if (!result) throw new Failure(failureTexts.noRepair);
  if (out !== undefined) {
    const plans = [...agenda.plans.filter((one) => one.id !== result.plan.id), result.plan];
    await writeWhole(out, writeAgenda({ ...agenda, plans }));
  }
  if (options.json) await printJson('fahrplan-repair', result);
  else await print(renderRepair(agenda, result, terminalFormat(process.stdout, language)));
  if (out !== undefined) note({ de: `Geschrieben: ${out}`, en: `Written: ${out}` }[language]);
}

function changesFrom(agenda: Agenda, { late = [], posts = [], money = [], drop = [] }: Options): ScenarioChange[] {
  const projects = new Set(agenda.projects.map(({ id }) => id));
  const teams = new Set(agenda.teams.map(({ id }) => id));
  const lines = new Set(agenda.budgetLines.map(({ id }) => id));
  return [
    ...late.map((value): ScenarioChange => {
      const [, project = '', earliestStart = ''] = parts(value, '--late', /^([^=]+)=(.+)$/, 'O10=2021-03-01');
      return {
        kind: 'delayProject',
        project: known(project, projects, '--late'),
        earliestStart: day(earliestStart, value, '--late', 'O10=2021-03-01'),
      };
    }),
    ...posts.map((value): ScenarioChange => {
      const form = 'PM=-0.5@2021-03-01';
      const [, team = '', fte = '', from = ''] = parts(
        value,
        '--posts',
        /^([^=]+)=([+-]?\d{1,3}(?:\.\d{1,2})?)@(.+)$/,
        form,
      );
      return {
        kind: 'posts',
        team: known(team, teams, '--posts'),
        fte: Number(fte),
        from: day(from, value, '--posts', form),
      };
    }),
    ...money.map((value): ScenarioChange => {
      const form = 'digital=2022:-50000';
      const [, line = '', year = '', euros = ''] = parts(value, '--money', /^([^=]+)=(\d{4}):([+-]?\d{1,10})$/, form);
      return {
        kind: 'money',
        budgetLine: known(line, lines, '--money'),
        year: Number(year),
        cents: 100 * Number(euros),
      };
    }),
    ...drop.map((value): ScenarioChange => ({ kind: 'dropProject', project: known(value, projects, '--drop') })),
  ];
}

function parts(value: string, option: string, pattern: RegExp, form: string): RegExpExecArray {
  const found = pattern.exec(value);
  if (!found) throw new Failure(failureTexts.changeForm(value, option, form));
  return found;
}

function known(id: string, ids: ReadonlySet<string>, option: string): string {
  if (!ids.has(id)) throw new Failure(failureTexts.unknownId(id, option));
  return id;
}

function day(text: string, value: string, option: string, form: string): string {
  if (!isoDateSchema.safeParse(text).success) throw new Failure(failureTexts.changeForm(value, option, form));
  return text;
}
