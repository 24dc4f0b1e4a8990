import { createSignInToken, listCities, type Store, withCity } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';
import { EXAMPLE_CITY, PROGRAM } from './example.ts';

/** Who signs in by the link on the console: whoever set the installation up. No account stands behind it. */
export const FOUNDER = { actor: 'verwaltung', roles: ['administrator', 'approver'] };

/** How long a link may lie in a terminal before it is used. */
export const LINK_MINUTES = 60;

/**
 * Makes a link that signs in once, as administrator and approver of the city: whoever sets up a small installation must
 * be able to do everything alone. Without a named city the own one is meant, and until there is one, the example. The
 * link is the only thing that knows its secret: the database has a hash of it.
 *
 * @param address where people reach the server, for example `http://127.0.0.1:8080`
 */
export async function createSignInLink(store: Store, address: string, city?: string): Promise<string> {
  const cities = await listCities(store.db);
  const usual = cities.find((one) => one.id !== EXAMPLE_CITY) ?? cities[0];
  const found = city === undefined ? usual : cities.find((one) => one.id === city);
  if (found === undefined) {
    throw new Refusal({
      de: `Die Stadt „${city ?? ''}“ gibt es in dieser Datenbank nicht.`,
      en: `There is no city "${city ?? ''}" in this database.`,
    });
  }
  const token = await withCity(store.db, { city: found.id, actor: PROGRAM }, (tx) =>
    createSignInToken(tx, { ...FOUNDER, minutes: LINK_MINUTES }),
  );
  return `${address}/anmelden?token=${token}`;
}
