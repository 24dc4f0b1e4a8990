import { createSignInToken, listCities, type Store, withCity } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';
import { PROGRAM } from './example.ts';

/** How long a link may lie in a terminal before it is used. */
export const LINK_MINUTES = 60;

/**
 * Makes a link that signs in once, as administrator and approver of the city (of the only one, unless it is named):
 * whoever sets up a small installation must be able to do everything alone. The link is the only thing that knows its
 * secret: the database has a hash of it.
 *
 * @param address where people reach the server, for example `http://127.0.0.1:8080`
 */
export async function createSignInLink(store: Store, address: string, city?: string): Promise<string> {
  const cities = await listCities(store.db);
  const found = city === undefined ? cities[0] : cities.find((one) => one.id === city);
  if (found === undefined) {
    throw new Refusal({
      de: `Die Stadt „${city ?? ''}“ gibt es in dieser Datenbank nicht.`,
      en: `There is no city "${city ?? ''}" in this database.`,
    });
  }
  const token = await withCity(store.db, { city: found.id, actor: PROGRAM }, (tx) =>
    createSignInToken(tx, { actor: 'verwaltung', roles: ['administrator', 'approver'], minutes: LINK_MINUTES }),
  );
  return `${address}/anmelden?token=${token}`;
}
