import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { startChromium, unpackChromium } from '../../test/setup/chromium.ts';
import { makeCase } from '../agenda/case.ts';
import { quantile } from '../agenda/measure.ts';
import { type Server, serve } from '../api/server.ts';
import { markdownTable } from '../markdown.ts';

export interface FramesOptions {
  readonly projects: number;
  /** So often is each page opened; the middle one of the times counts. */
  readonly times: number;
  readonly progress: (message: string) => void;
}

interface Subject {
  readonly path: string;
  /** Rows of the page's own data: the page has been painted when the first is there. */
  readonly row: string;
  /** What a user does on the page, as quickly as it answers. */
  readonly act: (page: Page) => Promise<void>;
}

const SUBJECTS: readonly Subject[] = [
  {
    path: '/fahrplan',
    row: '[role="row"][data-row]',
    act: async (page) => {
      await page.locator('[role="row"][data-row]').nth(3).click();
      for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowDown');
    },
  },
  {
    path: '/projekte',
    row: 'tbody tr[data-index]',
    act: async (page) => {
      await page.locator('input[type="search"]').first().click();
      await page.keyboard.type('akte', { delay: 60 });
    },
  },
];

/** Kept by the page itself: when its first row stood there, how long frames and answers to the user took. */
interface Marks {
  painted: number;
  frames: number[];
  events: number[];
}

/** Runs in the page before its own code. */
function mark(row: string): void {
  const marks: Marks = { painted: 0, frames: [], events: [] };
  (window as unknown as { marks: Marks }).marks = marks;
  new MutationObserver((_changes, observer) => {
    if (document.querySelector(row) === null) return;
    observer.disconnect();
    // The frame after the next one shows it.
    requestAnimationFrame(() => requestAnimationFrame(() => (marks.painted = performance.now())));
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => marks.events.push(...list.getEntries().map((entry) => entry.duration))).observe({
    type: 'event',
    durationThreshold: 16,
  } as PerformanceObserverInit);
}

/** Scrolls as long as a user turns the wheel, one notch per frame, and notes how long each frame takes. */
async function scroll(notches: number): Promise<void> {
  const { frames } = (window as unknown as { marks: Marks }).marks;
  const inside = document.querySelector('.fp-tl');
  const turn = (): void => (inside ?? window).scrollBy({ top: 100 });
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let notch = 0; notch < notches; notch++) {
    turn();
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
}

/** CPU milliseconds of the page's own thread so far: what other programs on the machine do does not count. */
async function cpuOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

interface Times {
  painted: number;
  paintedCpu: number;
  frame: number;
  frameCpu: number;
  answer: number;
}

const NOTCHES = 120;

async function measurePage(page: Page, { path, row, act }: Subject): Promise<Times> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(mark, row);
  const before = await cpuOf(session);
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as { marks?: Marks }).marks?.painted !== 0, undefined, {
    timeout: 60_000,
  });
  const opened = await cpuOf(session);
  await page.waitForLoadState('networkidle');
  const still = await cpuOf(session);
  await page.evaluate(scroll, NOTCHES);
  const scrolled = await cpuOf(session);
  await page.evaluate(() => (document.querySelector('.fp-tl') ?? window).scrollTo({ top: 0 }));
  await act(page);
  await page.waitForTimeout(300); // entries of events come late
  const { painted, frames, events } = await page.evaluate(() => (window as unknown as { marks: Marks }).marks);
  await session.detach();
  return {
    painted,
    paintedCpu: opened - before,
    frame: quantile(
      frames.toSorted((a, b) => a - b),
      0.95,
    ),
    frameCpu: (scrolled - still) / NOTCHES,
    answer: Math.max(16, ...events),
  };
}

/** One line of the table: the page opened several times, each time in a window that has nothing in its cache. */
async function measureSubject(
  browser: Browser,
  { address, cookie }: Server,
  subject: Subject,
  { times, progress }: FramesOptions,
): Promise<string[]> {
  const samples: Times[] = [];
  for (let time = 1; time <= times; time++) {
    progress(`${subject.path} ${time}`);
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: address }]);
    samples.push(await measurePage(await context.newPage(), subject));
    await context.close();
  }
  const middle = (pick: (one: Times) => number, digits = 0): string =>
    quantile(
      samples.map(pick).toSorted((a, b) => a - b),
      0.5,
    ).toFixed(digits);
  return [
    subject.path,
    middle((one) => one.painted),
    middle((one) => one.paintedCpu),
    middle((one) => one.frame),
    middle((one) => one.frameCpu, 1),
    middle((one) => one.answer),
  ];
}

/** Opens the long pages in a real browser on the running product; returns a Markdown table. */
export async function measureFrames(options: FramesOptions): Promise<string> {
  const root = join(import.meta.dirname, '..', '..');
  const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the build failed: ${build.stderr}`);
  const server = await serve(makeCase(options.projects, 1).agenda);
  const browser = await startChromium(unpackChromium());
  const rows: string[][] = [];
  try {
    for (const subject of SUBJECTS) rows.push(await measureSubject(browser, server, subject, options));
  } finally {
    await browser.close();
    await server.stop();
  }
  const heads = ['page', 'first rows ms', 'of it CPU', 'frame p95 ms', 'CPU ms per frame', 'slowest answer ms'];
  return markdownTable(heads, rows);
}
