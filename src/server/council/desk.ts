import {
  type CouncilSettings,
  type Desk,
  defaultCouncilSettings,
  type Paper,
  type PaperProgress,
  type StatementFile,
} from '../../council/index.ts';
import { type CityTransaction, latestVerdicts, listRecords, readRecord, readStatusDate } from '../../store/index.ts';
import { localDay } from '../today.ts';

/** Key of the one record that holds a city's settings of the council desk. */
export const SETTINGS_ID = 'council';

export interface StoredSettings {
  settings: CouncilSettings;
  /** 0 as long as the city has set nothing. */
  version: number;
}

export async function councilSettings(tx: CityTransaction): Promise<StoredSettings> {
  const stored = await readRecord(tx, 'councilSettings', SETTINGS_ID);
  return stored
    ? { settings: stored.body, version: stored.version }
    : { settings: defaultCouncilSettings(), version: 0 };
}

/** Settings, meetings and the day that counts as today: the agenda's status date, else the real day. */
export async function loadDesk(tx: CityTransaction): Promise<Desk> {
  const { settings } = await councilSettings(tx);
  const meetings = (await listRecords(tx, 'meetings')).map((one) => one.body);
  return { settings, meetings, today: (await readStatusDate(tx)) ?? localDay() };
}

/** Every paper with how far the work on it has come. */
export async function papersWithProgress(tx: CityTransaction): Promise<{ paper: Paper; progress: PaperProgress }[]> {
  const stages = new Map((await listRecords(tx, 'statements')).map(({ body }) => [body.paper, body.stage]));
  const assessed = new Set((await latestVerdicts(tx)).map((one) => one.paper));
  return (await listRecords(tx, 'papers')).map(({ body: paper }) => ({
    paper,
    progress: { assessed: assessed.has(paper.id), statement: statementStage(stages.get(paper.id)) },
  }));
}

function statementStage(stage: StatementFile['stage'] | undefined): PaperProgress['statement'] {
  if (stage === undefined) return 'none';
  // Who has withdrawn a text has to write another one.
  return stage === 'withdrawn' ? 'draft' : stage;
}
