import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agenda, parseAgenda, pathText } from '../../agenda/index.ts';
import { type Paper, paperSchema } from '../../council/index.ts';
import { basePlan } from '../../planning/index.ts';
import { insertRecord, listCities, type Store, saveAgenda, withCity } from '../../store/index.ts';
import { planSoon } from '../jobs/job.ts';
import { answerWaitingPapers } from '../jobs/questions.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', '..', 'examples', 'chemnitz');

/** Id of the example city: whoever has another one in the same database works there. */
export const EXAMPLE_CITY = 'chemnitz';

/** In whose name the program itself acts; stands so in the audit chain. */
export const PROGRAM = 'fahrplan';

/** The papers of the example, in the order of their file names. */
function readPapers(): Paper[] {
  const names = globSync('papers/*.json', { cwd: EXAMPLE }).sort();
  return names.map((name) => paperSchema.parse(JSON.parse(readFileSync(join(EXAMPLE, name), 'utf8'))));
}

/** The agenda of the example city. Throws if the file is not sound. */
export function exampleAgenda(): Agenda {
  const parsed = parseAgenda(JSON.parse(readFileSync(join(EXAMPLE, 'agenda.json'), 'utf8')));
  if ('agenda' in parsed) return parsed.agenda;
  const [first] = parsed.faults;
  throw new Error(`examples/chemnitz/agenda.json: ${first && `${pathText(first.path)}: ${first.message.de}`}`);
}

/** Fills an empty database with the example city; one that has a city stays as it is. Returns whether it was empty. */
export async function loadExample(store: Store): Promise<boolean> {
  if ((await listCities(store.db)).length > 0) return false;
  const agenda = exampleAgenda();
  await withCity(store.db, { city: agenda.city.id, actor: PROGRAM }, async (tx) => {
    await saveAgenda(tx, agenda);
    for (const paper of readPapers()) await insertRecord(tx, 'papers', paper);
    if (basePlan(agenda)) await answerWaitingPapers(tx);
    else await planSoon(tx);
  });
  return true;
}
