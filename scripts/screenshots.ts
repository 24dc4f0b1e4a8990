// Takes the pictures of the handbook from the running app with the example city, on an empty data folder of its own:
// npm run screenshots. A picture that shows something else than before is a difference to look at.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { unpackChromium } from '../test/setup/chromium.ts';
import { pictures } from './pictures.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs', 'handbook', 'bilder');
/** Answers of the example are computed when the server starts for the first time. */
const ANSWERS_MS = 180_000;

/** Starts the server and returns its sign-in link, and how to stop it. */
async function startServer(data: string): Promise<{ link: string; stop: () => Promise<void> }> {
  const env = { ...process.env, FAHRPLAN_DATA: data, PORT: '0', DATABASE_URL: '' };
  const server = spawn(process.execPath, ['src/server/main.ts', '--lang=de'], { cwd: ROOT, env });
  const ended = once(server, 'exit');
  for await (const line of createInterface({ input: server.stdout })) {
    const [link] = /http:\S+\/anmelden\?token=\S+/.exec(line) ?? [];
    if (link === undefined) continue;
    server.stdout.resume();
    const stop = async (): Promise<void> => {
      server.kill('SIGINT');
      await ended;
    };
    return { link, stop };
  }
  throw new Error('the server has ended without a sign-in link');
}

async function waitForAnswers(page: Page, address: string): Promise<void> {
  const end = performance.now() + ANSWERS_MS;
  while (performance.now() < end) {
    const answer = await page.request.get(`${address}/api/papers/ba-090-2020`);
    if (((await answer.json()) as { assessment: object | null }).assessment !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('the answer of the example was not computed in time');
}

const build = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { cwd: ROOT, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
const location = unpackChromium();
if (location === null) throw new Error('No Chromium for this platform: name one by CHROMIUM_PATH.');
const { executable, folder } = location;
const libraries =
  folder === null ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
const data = mkdtempSync(join(tmpdir(), 'fahrplan-screenshots-'));
const server = await startServer(data);
const browser = await chromium.launch({
  executablePath: executable,
  args: ['--no-sandbox', '--disable-gpu', '--headless=shell'],
  env: { ...process.env, ...libraries },
});
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 820 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(server.link);
  const address = new URL(server.link).origin;
  await waitForAnswers(page, address);
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, path] of Object.entries(pictures)) {
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    console.log(`${name}.png  ${path}`);
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}
