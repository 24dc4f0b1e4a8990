import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import { type App, settled } from './app.ts';

/** What has the focus: its role or element, and the beginning of its text. */
const focus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return `${element?.getAttribute('role') ?? element?.tagName.toLowerCase()} ${name.trim().slice(0, 40)}`;
  });

const row = (page: Page, key: string) => page.locator(`[role="row"][data-row="${key}"]`);
const focusedRow = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row);

/** The element that has the focus and whether a ring shows it, on itself or on the field around it; null at the end. */
const focusMark = (page: Page): Promise<{ element: string; visible: boolean } | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const ringed = [element, element.closest('form')].some((one) => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3;
    });
    return { element: element.outerHTML.slice(0, 120), visible: ringed };
  });

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

function timeline(app: App): void {
  test('the timeline is walked with arrows, opened and closed, and a project chosen', async () => {
    const { page, faults, open } = await app.tab();
    await open('/fahrplan');
    await row(page, 'area O').focus();
    await press(page, 'ArrowDown', 'ArrowDown');
    await expect.poll(() => focusedRow(page)).toBe('O2');
    await press(page, 'ArrowRight', 'ArrowRight');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('1');
    await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await expect.poll(() => focusedRow(page)).toBe('area O');
    await press(page, 'ArrowLeft');
    await expect.poll(() => row(page, 'area O').getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => row(page, 'O1').count()).toBe(0);
    await press(page, 'ArrowRight');
    await row(page, 'O1').waitFor();
    await press(page, 'End');
    const last = await focusedRow(page);
    expect(last).not.toBe('area O');
    await press(page, 'Home', 'ArrowDown', 'Enter');
    await page.waitForURL(/projekt=O1/);
    await expect.poll(() => row(page, 'O1').getAttribute('aria-selected')).toBe('true');
    await page.getByRole('heading', { name: 'Warum dieses Datum?' }).waitFor();
    // The tree is one tab stop: Tab leaves it.
    await press(page, 'Tab');
    expect(await focusedRow(page)).toBeUndefined();
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('the drawing and the paper show every row of the timeline, whatever is on screen', async () => {
    const { page, open } = await app.tab();
    await page.setViewportSize({ width: 1440, height: 420 });
    await open('/fahrplan');
    const rows = page.locator('.fp-tl [role="row"]');
    const all = Number(await page.locator('[role="treegrid"]').getAttribute('aria-rowcount'));
    // As a drawing, which is a file of its own: it holds the name of every bar.
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Als SVG' }).click();
    const drawing = readFileSync(await (await started).path(), 'utf8');
    const read = await page.evaluate(async (text) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
      const { areas } = (await (await fetch('/api/roadmap')).json()) as {
        areas: { projects: { id: string; shortName: string }[] }[];
      };
      const projects = areas.flatMap((area) => area.projects);
      const words = root.textContent ?? '';
      const missing = projects.filter(({ id, shortName }) => !words.includes(`${id} ${shortName}`));
      return { root: root.nodeName, names: projects.length, bars: root.querySelectorAll('rect').length, missing };
    }, drawing);
    expect(read).toMatchObject({ root: 'svg', missing: [] });
    expect(read.bars).toBeGreaterThan(read.names);
    expect(read.names).toBeGreaterThan(30);

    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => rows.count()).toBe(all);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    await page.close();
  });
}

function heatMap(app: App): void {
  test('the heat map is walked with arrows and a cell shows what lies behind it', async () => {
    const { page, faults, open } = await app.tab();
    await open('/auslastung?team=PM&monat=2021-03');
    await page.locator('.fp-heat button[tabindex="0"]').focus();
    await expect.poll(() => focus(page)).toContain('PM, März 2021');
    await press(page, 'ArrowDown', 'ArrowRight');
    await expect.poll(() => focus(page)).toContain('April 2021');
    await press(page, 'Control+Home');
    await expect.poll(() => focus(page)).toContain('PM, August 2020');
    await press(page, 'End', 'Enter');
    await page.waitForURL(/monat=2022-12/);
    await page.getByRole('heading', { name: /Dezember 2022, KW/ }).waitFor();
    await expect.poll(() => page.locator('.fp-heat button[tabindex="0"]').count()).toBe(1);
    expect(faults.found).toEqual([]);
    await page.close();
  });
}

function list(app: App): void {
  test('the list of projects is worked with keys alone: searched, sorted, selected, changed', async () => {
    const { page, faults, open } = await app.tab();
    await open('/projekte?bereich=V');
    await page.getByRole('columnheader', { name: 'Art' }).getByRole('button').focus();
    await press(page, 'Enter');
    await page.waitForURL(/sort=art/);
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Art' }).getAttribute('aria-sort'))
      .toBe('ascending');
    for (const name of ['V2', 'V3']) {
      await page.getByRole('checkbox', { name: new RegExp(`^${name} `) }).focus();
      await press(page, 'Space');
    }
    await page.getByText('2 Projekte ausgewählt').waitFor();
    const change = page.getByRole('button', { name: 'Ändern', exact: true });
    await change.focus();
    await press(page, 'Enter');
    await page.getByRole('dialog', { name: '2 Projekte ändern' }).waitFor();
    // Tab goes round inside the dialog, in both directions; Escape leads back to where it was opened.
    const inside = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
      await press(page, key);
      expect(await inside(), key).toBe(true);
    }
    await press(page, 'Escape');
    await expect.poll(() => change.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Auswahl aufheben' }).focus();
    await press(page, 'Enter');
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Spalten' }).focus();
    await press(page, 'Enter', 'ArrowDown', 'Escape');
    await expect.poll(() => focus(page)).toBe('button Spalten');
    expect(faults.found).toEqual([]);
    await page.close();
  });
}

function shell(app: App): void {
  test('the first Tab leads past the navigation, and a change of page moves focus and title', async () => {
    const { page, faults, open } = await app.tab();
    await open('/');
    await press(page, 'Tab');
    await expect.poll(() => focus(page)).toBe('a Zum Inhalt');
    await press(page, 'Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('inhalt');
    await page.getByRole('link', { name: 'Pflichten', exact: true }).focus();
    await press(page, 'Enter');
    await page.waitForURL('**/pflichten');
    await settled(page);
    await expect.poll(() => focus(page)).toBe('h1 Pflichten');
    await expect.poll(() => page.title()).toMatch(/^Pflichten/);
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('commands are reached from everywhere, and lead to pages, records and the search', async () => {
    const { page, faults, open } = await app.tab();
    await open('/pflichten');
    await press(page, 'Control+k');
    await page.getByRole('combobox', { name: /Suchwort/ }).waitFor();
    await page.keyboard.type('E-Akte-Platform'); // with a typing error
    await page.getByRole('option', { name: /V2 E-Akte-Plattform/ }).waitFor();
    await expectAccessible(page);
    await press(page, 'Enter');
    await page.waitForURL('**/projekte/V2');
    await expect.poll(() => focus(page)).toMatch(/^h1/);
    // Keys one after the other, then the list of them, where they are switched off for good.
    await press(page, 'g', 'r');
    await page.waitForURL('**/pflichten');
    await press(page, '/');
    await page.keyboard.type('E-Akte');
    await press(page, 'Enter');
    await page.waitForURL(/suche\?q=E-Akte/);
    await page.getByRole('heading', { level: 1, name: /E-Akte/ }).focus();
    await press(page, '?');
    const kept = page.waitForResponse('**/api/preferences');
    await page.getByRole('checkbox', { name: /einzelnen Zeichen/ }).click();
    await kept;
    await expectAccessible(page);
    await press(page, 'Escape');
    await page.reload();
    await settled(page);
    await press(page, 'g', 'r', '?');
    await press(page, 'Control+k');
    await page.getByRole('option', { name: 'Tastenkürzel anzeigen' }).click();
    await expect.poll(() => page.getByRole('checkbox', { name: /einzelnen Zeichen/ }).isChecked()).toBe(false);
    expect(page.url()).toContain('/suche');
    await page.getByRole('checkbox', { name: /einzelnen Zeichen/ }).click();
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('views are tabs: arrows change them and the address remembers', async () => {
    const { page, open } = await app.tab();
    await open('/fahrplan');
    await page.getByRole('tab', { name: 'Zeitplan' }).focus();
    await press(page, 'ArrowRight');
    await page.waitForURL(/ansicht=tabelle/);
    await page.getByRole('tabpanel').getByRole('table').first().waitFor();
    await page.reload();
    await expect.poll(() => page.getByRole('tab', { name: 'Tabelle' }).getAttribute('aria-selected')).toBe('true');
    await page.close();
  });

  test('an evidence card gives the focus back where it came from', async () => {
    const { page, open } = await app.tab();
    await open('/ratspost/ba-090-2020');
    const figure = page.locator('.fp-verdict .fp-fig');
    await figure.focus();
    await press(page, 'Enter');
    await page.getByRole('dialog').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null))
      .toBe(true);
    await press(page, 'Escape');
    await expect.poll(() => figure.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  test('the focus is always seen and never trapped: Tab reaches the end of every page', async () => {
    const { page, open } = await app.tab();
    for (const path of ['/', '/fahrplan', '/auslastung', '/ratspost/ra-043-2020']) {
      await open(path);
      const stops = await page.evaluate(
        () =>
          document.querySelectorAll(
            'a[href], button:not([tabindex="-1"]), input, select, summary, [tabindex="0"]:not(button):not(a)',
          ).length,
      );
      await page.evaluate(() => document.body.focus());
      let reachedEnd = false;
      for (let count = 0; count <= stops + 5 && !reachedEnd; count++) {
        await page.keyboard.press('Tab');
        const at = await focusMark(page);
        reachedEnd = at === null;
        expect(at?.visible ?? true, `${path}: ${at?.element}`).toBe(true);
      }
      expect(reachedEnd, path).toBe(true);
    }
    await page.close();
  });
}

export function keyboard(app: App): void {
  timeline(app);
  heatMap(app);
  list(app);
  shell(app);
}
