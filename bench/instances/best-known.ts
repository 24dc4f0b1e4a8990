import { readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { z } from 'zod';
import type { InstanceFile } from './find-instances.ts';

const file = z.record(z.string(), z.object({ lb: z.number().nullable(), ub: z.number().nullable() }));

/** Best lower and upper bound that anybody has published for one instance; null = none. */
export type BestKnown = z.infer<typeof file>[string];

/** Reads a file that maps names ending in an instance's name to `{lb, ub}`. */
export function readBestKnown(path: string): Map<string, BestKnown> {
  return new Map(Object.entries(file.parse(JSON.parse(readFileSync(path, 'utf8')))));
}

/**
 * The entry of an instance. Keys are made of collection, folder and name (`mm_PSPLIB_j3046_4`, `cpr_KSD30_ConsProd_ConsProd_j301_1`),
 * and one name occurs in several collections: the file's ending (multi-mode) and its folder decide. Undefined when nothing or more
 * than one entry is left, because a wrong reference is worse than none.
 */
export function bestKnownOf(known: ReadonlyMap<string, BestKnown>, { path }: InstanceFile): BestKnown | undefined {
  const name = basename(path, extname(path));
  const folder = basename(dirname(path));
  const multiMode = extname(path) === '.mm';
  const keys = [...known.keys()].filter(
    (key) => (key === name || key.endsWith(`_${name}`)) && key.startsWith('mm_') === multiMode,
  );
  const [own, other] = keys.filter((key) => key.endsWith(`${folder}_${name}`));
  if (own !== undefined && other === undefined) return known.get(own);
  const foreign = keys.filter((key) => !(extname(path) === '.sm' && key.startsWith('cpr_')));
  return foreign.length === 1 ? known.get(foreign[0] ?? '') : undefined;
}
