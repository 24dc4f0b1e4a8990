import { type Agenda, type Language, type PlanVersion, type Text, writeAgenda } from '../../agenda/index.ts';
import type { Meeting, PlanResult } from '../../planning/index.ts';
import { startComputation } from '../compute/computation.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { agendaFrom } from '../inputs.ts';
import { note, print, writeWhole } from '../output.ts';
import { renderPlan } from '../render/plan.ts';
import { terminalFormat } from '../render/terminal.ts';

interface Options {
  json?: boolean;
  out?: string;
  seed: number;
  /** Seconds to compute; without it a fixed number of search steps, so that the same call gives the same plan. */
  time?: number;
  /** Threads that look for the plan. */
  threads: number;
  language: Language;
}

/** `fahrplan plan AGENDA`: dates for every phase, with load, money, margins and how good the plan is. */
export async function plan(agendaFile: string, options: Options): Promise<void> {
  const computation = startComputation();
  const agenda = await agendaFrom(agendaFile);
  const { seed, time: seconds = null, threads, language, out } = options;
  const task = { kind: 'plan', agenda, seed, seconds } as const;
  const result = await (threads === 1
    ? computation.run(task, language)
    : computation.runShared(await inTwo(task), language));
  if (result.plan === null) throw new Failure(await whyNoPlan(agenda, result.infeasible));
  if (out !== undefined) await writeWhole(out, writeAgenda(withPlan(agenda, result.plan)));
  if (options.json) await print(`${JSON.stringify({ format: 'fahrplan-plan', version: 1, ...result }, null, 2)}\n`);
  else await print(renderPlan(agenda, result.plan, result, terminalFormat(process.stdout, language)));
  if (out !== undefined) note({ de: `Geschrieben: ${out}`, en: `Written: ${out}` }[language]);
}

async function whyNoPlan(agenda: Agenda, reason: PlanResult['infeasible']): Promise<Text> {
  if (reason === null) return failureTexts.noAnswerYet;
  const { infeasibleText } = await import('../../planning/index.ts');
  return failureTexts.noPlan(infeasibleText(agenda, reason));
}

async function inTwo<T extends object>(task: T): Promise<[T & { meeting: Meeting }, T & { meeting: Meeting }]> {
  const { newMeetings } = await import('../../planning/index.ts');
  const [first, second] = newMeetings();
  return [
    { ...task, meeting: first },
    { ...task, meeting: second },
  ];
}

/** The agenda with this plan as its working plan; an earlier working plan of the same id is replaced. */
function withPlan(agenda: Agenda, plan: PlanVersion): Agenda {
  return { ...agenda, plans: [...agenda.plans.filter((one) => one.id !== plan.id), plan] };
}
