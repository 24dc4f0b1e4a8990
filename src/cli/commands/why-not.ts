import type { Language } from '../../agenda/index.ts';
import { startComputation } from '../compute/computation.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { agendaFrom } from '../inputs.ts';
import { print } from '../output.ts';
import { terminalFormat } from '../render/terminal.ts';
import { renderWhyNot } from '../render/why-not.ts';
import { planFrom, printJson } from './questions.ts';

interface Options {
  project?: string;
  json?: boolean;
  language: Language;
}

/** `fahrplan why-not AGENDA`: why a deadline that the plan misses cannot be met, and ways out. */
export async function whyNot(agendaFile: string, { project, json, language }: Options): Promise<void> {
  const computation = startComputation();
  const agenda = await agendaFrom(agendaFile);
  const plan = planFrom(agenda, agendaFile);
  if (project !== undefined && !agenda.projects.some(({ id }) => id === project)) {
    throw new Failure(failureTexts.unknownId(project, '--project'));
  }
  const task = { kind: 'whyNot', agenda, plan, ...(project ? { project } : {}) } as const;
  const result = await computation.run(task, language);
  if (json) await printJson('fahrplan-why-not', result);
  else await print(renderWhyNot(agenda, result, project ?? null, terminalFormat(process.stdout, language)));
}
