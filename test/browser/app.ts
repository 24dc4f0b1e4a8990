import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { adminClient } from '../../src/store/embedded/ready.ts';
import { createSignInToken, openStore, withCity } from '../../src/store/index.ts';
import { loadCity } from '../server/harness.ts';
import { Program } from '../server/process.ts';
import { launchBrowser } from '../setup/browser.ts';
import { createTestDatabase, type TestDatabase } from '../setup/database.ts';
import { PATIENCE } from '../setup/patience.ts';
import { seeded } from '../setup/random.ts';

const ROOT = join(import.meta.dirname, '..', '..');
export const WEB_FOLDER: string = join(ROOT, 'dist', 'web');

/** What a page must never do: errors on the console, in its code, or against its Content-Security-Policy. */
export class Faults {
  readonly found: string[] = [];
  /** Answers that the test itself provokes and that the browser reports as an error. */
  expected: RegExp | undefined;

  watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      this.#add(`console: ${message.text()} (${message.location().url} on ${page.url()})`);
    });
    page.on('pageerror', (error) => this.#add(`error: ${error.message}`));
  }

  #add(text: string): void {
    if (!this.expected?.test(text)) this.found.push(text);
  }
}

/** A signed-in page in a window of its own. Its faults are collected from the first request on. */
export interface OpenPage {
  page: Page;
  faults: Faults;
  /** Opens an address and waits until its content is there. */
  open: (path: string) => Promise<void>;
  /** Goes to another page inside the app that is open, as a link does: nothing is loaded twice. */
  go: (path: string) => Promise<void>;
}

/** Builds the web app if its sources have changed. One file after the other: they all write to the same folder. */
async function buildWebApp(): Promise<void> {
  const turn = await adminClient(inject('postgres').socket, 'postgres');
  try {
    await turn.query(`SELECT pg_advisory_lock(hashtext('web app'))`);
    const build = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { cwd: ROOT, encoding: 'utf8' });
    if (build.status !== 0) throw new Error(`the build failed: ${build.stderr}`);
  } finally {
    await turn.end(); // ends the session, and with it the lock
  }
}

/** The running product with its browser, shared by all tests of this folder. */
export class App {
  #server: Program | undefined;
  #database: TestDatabase | undefined;
  #browser: Browser | undefined;
  #session: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
  #desk: Promise<BrowserContext> | undefined;
  address = '';

  /**
   * Builds the web app if its sources have changed, and starts the real server: on an empty database, so that it begins
   * with the example and answers its papers, or on one with the example but without any answer.
   */
  async start(begin: 'empty' | 'unanswered'): Promise<void> {
    await buildWebApp();
    const database = await createTestDatabase();
    if (begin === 'unanswered') await loadCity(database);
    this.#database = database;
    const env = {
      PORT: '0',
      DATABASE_URL: database.ownerUrl,
      FAHRPLAN_APP_DATABASE_URL: database.appUrl,
      FAHRPLAN_SECRET_KEY: randomBytes(32).toString('hex'),
    };
    this.#server = new Program('src/server/main.ts', env);
    this.#browser = await launchBrowser();
    const [link = ''] = await this.#server.printed(/http:\S+\/anmelden\?token=\S+/);
    this.address = new URL(link).origin;
    const context = await this.#browser.newContext();
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(link);
    this.#session = await context.storageState();
    await context.close();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.end('SIGINT');
    await this.#database?.drop();
  }

  /** A window in which somebody else is signed in, with these roles: for what takes two persons. */
  async person(actor: string, roles: string[]): Promise<OpenPage> {
    if (this.#database === undefined) throw new Error('the app has not been started');
    const store = await openStore({ databaseUrl: this.#database.ownerUrl, appUrl: this.#database.appUrl });
    const acting = { city: 'chemnitz', actor: 'test' };
    const token = await withCity(store.db, acting, (tx) => createSignInToken(tx, { actor, roles, minutes: 5 }));
    await store.close();
    const opened = await this.window({ signedIn: false });
    await opened.open(`/anmelden?token=${token}`);
    return opened;
  }

  /**
   * Another tab of the one who set the installation up, who works all day: what the tabs before have loaded is kept, which
   * halves the work. What is kept for longer than a tab (language, theme, the line to the server) belongs into a window.
   */
  async tab(): Promise<OpenPage> {
    this.#desk ??= this.#context(true, 1440);
    return openPage(await (await this.#desk).newPage());
  }

  /** A new window with nothing kept, signed in unless told otherwise. */
  async window(options: { signedIn?: boolean; language?: 'de' | 'en'; width?: number } = {}): Promise<OpenPage> {
    const { signedIn = true, language = 'de', width = 1440 } = options;
    const context = await this.#context(signedIn, width);
    const page = await context.newPage();
    page.once('close', () => void context.close().catch(() => undefined)); // it may close with its browser
    if (language === 'en') await page.addInitScript(() => localStorage.setItem('fahrplan.language', 'en'));
    return openPage(page);
  }

  async #context(signedIn: boolean, width: number): Promise<BrowserContext> {
    if (this.#browser === undefined) throw new Error('the app has not been started');
    const context = await this.#browser.newContext({
      baseURL: this.address,
      viewport: { width, height: 900 },
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      ...(signedIn && this.#session ? { storageState: this.#session } : {}),
    });
    context.setDefaultTimeout(PATIENCE);
    await delayRequests(context);
    slowDown(context);
    return context;
  }
}

function openPage(page: Page): OpenPage {
  const faults = new Faults();
  faults.watch(page);
  const open = async (path: string): Promise<void> => {
    await page.goto(path);
    await settled(page);
  };
  const go = async (path: string): Promise<void> => {
    await page.evaluate((href) => (window as unknown as AppWindow).__TSR_ROUTER__.navigate({ href }), path);
    await settled(page);
  };
  return { page, faults, open, go };
}

/**
 * With `DELAYS=400 npx vitest run test/browser` all that a page asks for waits for up to as many milliseconds, each by a
 * length of its own, and half of the answers wait in place of their requests: what one page has done others may hear of
 * first. A test that passes only while all comes quickly and in order fails. `SEED` draws other lengths.
 */
async function delayRequests(context: BrowserContext): Promise<void> {
  const longest = Number(process.env.DELAYS ?? 0);
  if (longest === 0) return;
  const next = seeded(Number(process.env.SEED ?? longest));
  await context.route(/\/(api|assets)\//, async (route) => {
    const length = next(longest);
    // Events are a stream without an end; and what asks for the page does not know that the page is offline.
    const answerLate = next(2) === 1 && !route.request().url().endsWith('/events') && (await online(route));
    const response = answerLate ? await route.fetch({ maxRedirects: 0 }).catch(() => undefined) : undefined;
    await setTimeout(length);
    const sent = response ? route.fulfill({ response }) : route.continue();
    await sent.catch(() => undefined); // the page has been left meanwhile
  });
}

/** With `SLOW=6` every page has a sixth of the processor: what is painted late is seen late by the tests, too. */
function slowDown(context: BrowserContext): void {
  const rate = Number(process.env.SLOW ?? 1);
  if (rate === 1) return;
  context.on('page', async (page) => {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
  });
}

const online = (route: Route): Promise<boolean> =>
  route
    .request()
    .frame()
    .evaluate(() => navigator.onLine)
    .catch(() => false); // a frame that is being loaded, or has been left

/** Where the app's router can be reached in its window; its promise is kept when the page stands. */
interface AppWindow {
  __TSR_ROUTER__: { navigate(to: { href: string }): Promise<void> };
}

/** The page's title stands there, nothing is being loaded any more, and the letters have their shapes. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('.fp-loading') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Starts the app before the tests of a file and stops it after them. */
export function appForFile(begin: 'empty' | 'unanswered'): App {
  const app = new App();
  beforeAll(() => app.start(begin));
  afterAll(() => app.stop());
  return app;
}
