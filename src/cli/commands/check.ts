import type { Agenda, Fault, Language } from '../../agenda/index.ts';
import { paperFaultsBeside, readAgendaFile, readPaperFile } from '../../formats/index.ts';
import { contradictionIn } from '../../planning/index.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { faultLine } from '../inputs.ts';
import { print } from '../output.ts';

interface Options {
  json?: boolean;
  language: Language;
}

interface Checked {
  file: string;
  faults: readonly Fault[];
}

/** `fahrplan check AGENDA [PAPERS…]`: every fault of every file, one a line; a single one as the failure itself. */
export async function check(agendaFile: string, paperFiles: readonly string[], options: Options): Promise<void> {
  const checked = await checkFiles(agendaFile, paperFiles);
  const faulty = checked.flatMap(({ file, faults }) => faults.map((one) => ({ file, fault: one })));
  const [only, ...more] = faulty;
  if (options.json) await print(`${JSON.stringify(checked, null, 2)}\n`);
  else if (only === undefined || more.length > 0) {
    await print(checked.map((one) => lines(one, options.language)).join(''));
  }
  if (only === undefined) return;
  if (more.length > 0) throw new Failure(failureTexts.faults(faulty.length));
  const sentence = (language: Language): string => `${only.file}: ${faultLine(only.fault, language)}`;
  throw new Failure({ de: sentence('de'), en: sentence('en') });
}

async function checkFiles(agendaFile: string, paperFiles: readonly string[]): Promise<Checked[]> {
  const agenda = await readAgendaFile(agendaFile);
  const checked: Checked[] = [
    { file: agendaFile, faults: 'faults' in agenda ? agenda.faults : contradictions(agenda.value) },
  ];
  for (const file of paperFiles) {
    const paper = await readPaperFile(file);
    // Beside a faulty agenda only the paper itself can be judged.
    if ('faults' in paper) checked.push({ file, faults: paper.faults });
    else checked.push({ file, faults: 'faults' in agenda ? [] : paperFaultsBeside(agenda.value, paper.value) });
  }
  return checked;
}

/** Where every record is sound, they may still rule out each other. */
function contradictions(agenda: Agenda): Fault[] {
  const contradiction = contradictionIn(agenda);
  return contradiction ? [contradiction] : [];
}

function lines({ file, faults }: Checked, language: Language): string {
  const sound = { de: 'keine Fehler', en: 'no faults' }[language];
  if (faults.length === 0) return `${file}: ${sound}\n`;
  return faults.map((one) => `${file}: ${faultLine(one, language)}\n`).join('');
}
