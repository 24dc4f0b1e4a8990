import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import { failureTexts } from './failure-texts.ts';

/** Prints to standard output and waits until it is taken. A reader that went away (`| head`) is no fault. */
export async function print(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve();
      else reject(error);
    });
  });
}

/** One line on standard error that is no failure. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Writes a file completely or not at all: what stood there before stays until the new content is on the disk. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = join(dirname(file), `.fahrplan-${randomUUID()}.unfinished`);
  try {
    const handle = await open(unfinished, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw writeFailure(file, error);
  }
}

/** The sentence for a file that the system does not let us write. */
export function writeFailure(file: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const texts = new Map([
    ['ENOENT', failureTexts.noFolder],
    ['ENOTDIR', failureTexts.noFolder],
    ['EISDIR', failureTexts.isFolder],
    ['EACCES', failureTexts.forbidden],
    ['EPERM', failureTexts.forbidden],
    ['EROFS', failureTexts.forbidden],
    ['ENOSPC', failureTexts.diskFull],
    ['EDQUOT', failureTexts.diskFull],
  ]);
  const text = texts.get(code)?.(file) ?? failureTexts.unwritable(file, code || String(error));
  return new Failure(text, { cause: error });
}
