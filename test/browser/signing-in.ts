import { expect, test } from 'vitest';
import type { App } from './app.ts';

export function signingIn(app: App): void {
  test('whoever is not signed in learns how to get in, and sees no data', async () => {
    const { page, faults } = await app.window({ signedIn: false });
    faults.expected = /status of 401/;
    await page.goto('/projekte');
    await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/anmeldung');
    await expect.poll(() => page.getByRole('navigation').count()).toBe(0);
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('a used link says so', async () => {
    const { page } = await app.window({ signedIn: false });
    await page.goto('/anmelden?token=verbraucht');
    await page.getByText('Dieser Anmeldelink gilt nicht mehr').waitFor();
    await page.close();
  });
}
