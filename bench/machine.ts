import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');

/** Where and with what a measurement was made, as one line. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${model}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
}

/** Version of Fahrplan with the commit, marked when its code differs from the commit. Asked at the beginning: files may change meanwhile. */
export function describeVersion(): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
    const changed = git('status', '--porcelain', '--', 'src', 'bench', 'package-lock.json') !== '';
    return `${version} (${git('rev-parse', '--short', 'HEAD')}${changed ? ', with changes' : ''})`;
  } catch {
    return `${version} (no repository)`; // an unpacked archive has no commit to name
  }
}
