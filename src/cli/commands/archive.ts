import { existsSync } from 'node:fs';
import type { Language } from '../../agenda/index.ts';
import { createLog, openConfiguredStore, readConfig } from '../../server/index.ts';
import { type ArchiveSummary, restore as readArchive, type Store, backup as writeArchive } from '../../store/index.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { print } from '../output.ts';

interface Options {
  language: Language;
}

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const store = await openConfiguredStore(config, createLog(config.logLevel));
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

function summary({ rows, cities }: ArchiveSummary, language: Language): string {
  if (language === 'en') return `${rows} rows, ${cities === 1 ? 'one city' : `${cities} cities`}`;
  return `${rows} Datensätze, ${cities === 1 ? 'eine Stadt' : `${cities} Städte`}`;
}

/** `fahrplan backup FILE`: everything of the database in one file that did not exist before. */
export async function backup(file: string, { language }: Options): Promise<void> {
  if (existsSync(file)) throw new Failure(failureTexts.exists(file));
  const done = await withStore((store) => writeArchive(store, file));
  await print(`${{ de: 'Gesichert', en: 'Saved' }[language]}: ${file} (${summary(done, language)})\n`);
}

/** `fahrplan restore FILE`: into an empty database. */
export async function restore(file: string, { language }: Options): Promise<void> {
  const done = await withStore((store) => readArchive(store, file));
  await print(`${{ de: 'Eingespielt', en: 'Restored' }[language]}: ${file} (${summary(done, language)})\n`);
}
