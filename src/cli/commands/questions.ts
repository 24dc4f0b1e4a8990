import type { Agenda, Language, PlanVersion } from '../../agenda/index.ts';
import { candidatesOf, withExclusions } from '../../council/index.ts';
import { basePlan } from '../../planning/index.ts';
import { NotDatable, startComputation } from '../compute/computation.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { agendaFrom, paperFrom } from '../inputs.ts';
import { print } from '../output.ts';
import { renderCurve, renderRisk, renderWorth } from '../render/questions.ts';
import { terminalFormat } from '../render/terminal.ts';

interface Options {
  json?: boolean;
  seed: number;
  language: Language;
}

/** `fahrplan curve AGENDA PAPER`: deadline against extra capacity, with the plan as it is. */
export async function curve(agendaFile: string, paperFile: string, options: Options): Promise<void> {
  const { seed, language } = options;
  const computation = startComputation();
  const alone = await agendaFrom(agendaFile);
  const { paper } = await paperFrom(paperFile, agendaFile, alone, language);
  const agenda = withExclusions(alone, paper);
  const [candidate] = candidatesOf(paper);
  if (!candidate) throw new Failure(failureTexts.noCandidate(paperFile));
  const result = await computation.run({ kind: 'curve', agenda, candidate, seed }, language).catch((error: unknown) => {
    throw error instanceof NotDatable ? new Failure(failureTexts.candidate(paperFile)) : error;
  });
  if (options.json) await printJson('fahrplan-curve', result);
  else await print(renderCurve(agenda, candidate, result, terminalFormat(process.stdout, language)));
}

/** `fahrplan worth AGENDA`: what one more post in each team and more money would do. */
export async function worth(agendaFile: string, options: Options): Promise<void> {
  const { seed, language } = options;
  const computation = startComputation();
  const agenda = await agendaFrom(agendaFile);
  const result = await computation.run({ kind: 'worth', agenda, seed }, language);
  if (options.json) await printJson('fahrplan-worth', result);
  else await print(renderWorth(agenda, result, terminalFormat(process.stdout, language)));
}

/** `fahrplan risk AGENDA`: how sure dates and deadlines of the plan are. */
export async function risk(agendaFile: string, options: Options & { runs: number }): Promise<void> {
  const { seed, language, runs } = options;
  const computation = startComputation();
  const agenda = await agendaFrom(agendaFile);
  const plan = planFrom(agenda, agendaFile);
  const result = await computation.run({ kind: 'risk', agenda, plan, seed, runs }, language);
  if (options.json) await printJson('fahrplan-risk', result);
  else await print(renderRisk(agenda, result, terminalFormat(process.stdout, language)));
}

/** The plan of an agenda file, or one sentence on how to get one. */
export function planFrom(agenda: Agenda, file: string): PlanVersion {
  const plan = basePlan(agenda);
  if (!plan) throw new Failure(failureTexts.noBasePlan(file));
  return plan;
}

export async function printJson(format: string, result: object): Promise<void> {
  await print(`${JSON.stringify({ format, version: 1, ...result }, null, 2)}\n`);
}
