import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Language } from '../../agenda/index.ts';
import { type ArchiveSummary, restore as readArchive, backup as writeArchive } from '../../store/index.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { print, writeFailure } from '../output.ts';
import { withStore } from '../with-store.ts';

interface Options {
  language: Language;
}

function summary({ rows, cities }: ArchiveSummary, language: Language): string {
  if (language === 'en') return `${rows} rows, ${cities === 1 ? 'one city' : `${cities} cities`}`;
  return `${rows} Datensätze, ${cities === 1 ? 'eine Stadt' : `${cities} Städte`}`;
}

/** `fahrplan backup FILE`: everything of the database in one file that did not exist before. */
export async function backup(file: string, { language }: Options): Promise<void> {
  if (existsSync(file)) throw new Failure(failureTexts.exists(file));
  if (!existsSync(dirname(resolve(file)))) throw new Failure(failureTexts.noFolder(file));
  const done = await withStore((store) =>
    writeArchive(store, file).catch((error: unknown) => {
      const fromFileSystem = error instanceof Error && 'syscall' in error;
      throw fromFileSystem ? writeFailure(file, error) : error;
    }),
  );
  await print(`${{ de: 'Gesichert', en: 'Saved' }[language]}: ${file} (${summary(done, language)})\n`);
}

/** `fahrplan restore FILE`: into an empty database. */
export async function restore(file: string, { language }: Options): Promise<void> {
  if (!existsSync(file)) throw new Failure(failureTexts.noArchive(file));
  const done = await withStore((store) => readArchive(store, file));
  await print(`${{ de: 'Eingespielt', en: 'Restored' }[language]}: ${file} (${summary(done, language)})\n`);
}
