import {
  type CouncilSettings,
  type Desk,
  defaultCouncilSettings,
  type Paper,
  type PaperProgress,
} from '../../council/index.ts';
import {
  type CityTransaction,
  insertRecord,
  latestVerdicts,
  listRecords,
  readRecord,
  readStatusDate,
  replaceRecord,
  StoreRefusal,
} from '../../store/index.ts';
import { localDay } from '../today.ts';

/** Key of the one record that holds a city's settings of the council desk. */
const SETTINGS_ID = 'council';

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

/**
 * Replaces the settings that the editor saw; version 0 stands for the defaults. Refuses (`recordStale`) what somebody else has replaced
 * meanwhile, also where both were the first to set anything: an editor cannot choose another key.
 */
export async function saveCouncilSettings(
  tx: CityTransaction,
  version: number,
  settings: CouncilSettings,
): Promise<StoredSettings> {
  const replace = () => replaceRecord(tx, 'councilSettings', SETTINGS_ID, version, settings);
  const stored = await (version > 0
    ? replace()
    : insertRecord(tx, 'councilSettings', settings).catch((error: unknown) => {
        if (error instanceof StoreRefusal && error.code === 'recordExists') return replace();
        throw error;
      }));
  return { settings: stored.body, version: stored.version };
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
    progress: { assessed: assessed.has(paper.id), statement: stages.get(paper.id) ?? 'none' },
  }));
}
