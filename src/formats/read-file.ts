import { type FileHandle, open } from 'node:fs/promises';
import { fault } from '../agenda/index.ts';
import { limits } from './limits.ts';
import { type Read, tooLarge } from './read-json.ts';

/** Sentences for what the file system refuses, by its error code. */
const refusals = new Map([
  [
    'ENOENT',
    {
      de: 'Die Datei gibt es nicht; bitte Pfad und Schreibweise prüfen.',
      en: 'The file does not exist; please check path and spelling.',
    },
  ],
  [
    'EISDIR',
    {
      de: 'Das ist ein Ordner; bitte eine Datei darin angeben.',
      en: 'This is a folder; please name a file in it.',
    },
  ],
  [
    'ENOTDIR',
    {
      de: 'Ein Teil des Pfades ist kein Ordner; bitte den Pfad prüfen.',
      en: 'Part of the path is no folder; please check the path.',
    },
  ],
  [
    'EACCES',
    {
      de: 'Die Datei darf nicht gelesen werden; bitte die Leserechte prüfen.',
      en: 'The file may not be read; please check its permissions.',
    },
  ],
]);

/** The bytes of a file, at most as many as a JSON file may have. */
export async function readBytes(file: string): Promise<Read<Uint8Array>> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    return await readBounded(handle);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const known = refusals.get(code);
    // A path with a zero byte is refused before the file system sees it.
    const text = known ?? {
      de: `Die Datei lässt sich nicht lesen (${code || 'unbekannter Grund'}); bitte Pfad und Datenträger prüfen.`,
      en: `The file cannot be read (${code || 'unknown reason'}); please check the path and the disk.`,
    };
    return { faults: [fault('unreadable', [], text.de, text.en)] };
  } finally {
    await handle?.close();
  }
}

/** Reads to the end or just beyond the limit: a size that is told in advance may be wrong or grow. */
async function readBounded(handle: FileHandle): Promise<Read<Uint8Array>> {
  const { size } = await handle.stat();
  if (size > limits.jsonBytes) return tooLarge();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read({ buffer: new Uint8Array(Math.max(65_536, size + 1 - total)) });
    if (bytesRead === 0) return { value: Buffer.concat(chunks, total) };
    chunks.push(buffer.subarray(0, bytesRead));
    total += bytesRead;
    if (total > limits.jsonBytes) return tooLarge();
  }
}
