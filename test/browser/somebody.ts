import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App, Faults, OpenPage } from './app.ts';

type Words = string | RegExp;

/** What somebody does and sees in one place: the whole page, or one part of it. A test reads as their sentences. */
export class Place {
  protected readonly at: Locator;

  constructor(at: Locator) {
    this.at = at;
  }

  /** The button of this name; the exact one, where the name is a text. */
  async presses(name: Words): Promise<void> {
    await this.at
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  async follows(name: Words): Promise<void> {
    await this.at
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  async writes(label: Words, text: string): Promise<void> {
    await this.#field(label).fill(text);
  }

  async chooses(label: Words, option: string): Promise<void> {
    const list = this.at.getByRole('combobox', { name: label, exact: typeof label === 'string' });
    await list.first().selectOption({ label: option });
  }

  async ticks(label: Words): Promise<void> {
    await this.#field(label).check();
  }

  /** Waits until these words stand there, and not in a field only; a plan or an answer may take its time. */
  async sees(text: Words): Promise<void> {
    await this.at.getByText(text).and(this.at.page().locator(':not(textarea)')).first().waitFor();
  }

  /** Opens what lies folded under these words. */
  async unfolds(words: Words): Promise<void> {
    await this.at.locator('summary').filter({ hasText: words }).first().click();
  }

  /** The row of a table that says this. */
  row(text: Words): Place {
    return new Place(this.at.getByRole('row').filter({ hasText: text }).first());
  }

  /** The part of the page under this heading. */
  part(name: string): Place {
    return new Place(this.at.getByRole('region', { name, exact: true }));
  }

  get dialog(): Place {
    return new Place(this.at.getByRole('dialog'));
  }

  async reads(): Promise<string> {
    await this.at.waitFor();
    return (await this.at.textContent()) ?? '';
  }

  #field(label: Words): Locator {
    return this.at.getByLabel(label, { exact: typeof label === 'string' }).first();
  }
}

/** Somebody in a window of their own. */
export class Somebody extends Place {
  readonly page: Page;
  readonly faults: Faults;
  /** Opens an address, as from a bookmark. */
  readonly opens: (path: string) => Promise<void>;
  /** Goes to another page of the app that is open. */
  readonly goesTo: (path: string) => Promise<void>;

  constructor({ page, faults, open, go }: OpenPage) {
    super(page.locator('body'));
    this.page = page;
    this.faults = faults;
    this.opens = open;
    this.goesTo = go;
  }

  /** What a link leads to, as the file that is saved. */
  async saves(link: Words, where: Place = this): Promise<Buffer> {
    const started = this.page.waitForEvent('download');
    await where.follows(link);
    return readFileSync(await (await started).path());
  }

  /** No barrier on the page as it stands. */
  async isNotShutOut(): Promise<void> {
    await expectAccessible(this.page);
  }

  /** Closes the window; nothing may have gone wrong in it. */
  async leaves(): Promise<void> {
    expect(this.faults.found).toEqual([]);
    await this.page.close();
  }
}

/** The one who set the installation up. */
export const administrator = async (app: App): Promise<Somebody> => new Somebody(await app.tab());

/** Somebody without an account, who holds a link at most. */
export const stranger = async (app: App, width = 1440): Promise<Somebody> =>
  new Somebody(await app.window({ signedIn: false, width }));

/** Somebody with these roles. */
export const colleague = async (app: App, name: string, ...roles: string[]): Promise<Somebody> =>
  new Somebody(await app.person(name, roles));

/** The administration invites somebody; the link is shown this once. */
export async function invitation(app: App, name: string, mail: string, role: Words): Promise<string> {
  const admin = await administrator(app);
  await admin.opens('/personen');
  await admin.presses('Person einladen');
  await admin.dialog.writes('Name', name);
  await admin.dialog.writes('E-Mail-Adresse', mail);
  await admin.dialog.ticks(role);
  await admin.dialog.presses('Einladen');
  const link = (await admin.page.getByText(/\/einladung#/).textContent()) ?? '';
  await admin.leaves();
  return link;
}
