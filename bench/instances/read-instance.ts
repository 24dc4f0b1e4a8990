import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Instance } from './instance.ts';
import { FormatError } from './numbers.ts';
import { readPatterson } from './read-patterson.ts';
import { readPsplib } from './read-psplib.ts';
import { readReservoir } from './read-reservoir.ts';

/** Endings of the files that `parseInstance` understands. */
export const ENDINGS: readonly string[] = ['.sm', '.mm', '.rcp'];

/**
 * Reads an instance in the format that its ending names. Two formats share the ending `.rcp`: the one with reservoirs begins with
 * three numbers (activities, resources, reservoirs), the one of Patterson with two.
 * @throws {FormatError} naming the file and the place
 */
export function parseInstance(text: string, file: string): Instance {
  switch (extname(file)) {
    case '.sm':
    case '.mm':
      return readPsplib(text, file);
    case '.rcp':
      return text.trimStart().split('\n')[0]?.trim().split(/\s+/).length === 3
        ? readReservoir(text, file)
        : readPatterson(text, file);
    default:
      throw new FormatError(file, `expected one of the endings ${ENDINGS.join(', ')}`);
  }
}

/** Reads the file at `path`; see `parseInstance`. */
export const readInstance = (path: string): Instance => parseInstance(readFileSync(path, 'utf8'), basename(path));
