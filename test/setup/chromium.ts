import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache');

/**
 * The package's own file looks for fonts in /var/task and /tmp only. A Chromium that finds no font at all shows no
 * text, not even in fonts that a page brings along, and axe then cannot judge any contrast.
 */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** A browser to start, with the folder of its own libraries and fonts if it came out of the npm package. */
export type ChromiumLocation = { executable: string; folder: string | null };

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once and returns where it lies; null where none is to be had (the
 * package is for x64). `CHROMIUM_PATH` names another one.
 *
 * The package unpacks into the temporary folder and trusts what it finds there, so it runs in a process of its own
 * with a fresh one, which gets its name only when it is complete. Told that it runs in AWS Lambda, it brings the
 * shared libraries that a bare system lacks.
 */
export function unpackChromium(): ChromiumLocation | null {
  const own = process.env.CHROMIUM_PATH;
  if (own !== undefined) return { executable: own, folder: null };
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const manifest = join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(CACHE, { recursive: true });
    const fresh = mkdtempSync(join(CACHE, 'chromium-new-'));
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    const options = ['--input-type=module', '--eval', script];
    const { status, stderr } = spawnSync(process.execPath, options, { cwd: ROOT, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`unpacking Chromium failed: ${stderr}`);
    try {
      renameSync(fresh, folder);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true }); // another run was faster
      if (!existsSync(folder)) throw error;
    }
  }
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontsIn(folder));
  return { executable: join(folder, 'chromium'), folder };
}

/** Starts the unpacked browser; throws where there is none. */
export async function startChromium(location: ChromiumLocation | null): Promise<Browser> {
  if (location === null) throw new Error('No Chromium for this platform: name one by CHROMIUM_PATH.');
  const { executable, folder } = location;
  const libraries =
    folder === null ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--headless=shell'],
    env: { ...process.env, ...libraries },
  });
}
