import { change } from '../../api/client.ts';

/**
 * Begins the own city. It is another session, so the page is to be loaded anew at the address that comes back. Throws
 * `ApiError`; nothing has happened then.
 *
 * @param next page to go on with, by the one word of its address
 */
export async function beginCity(body: object, next?: string): Promise<string> {
  const { signIn } = await change<{ signIn: string }>('POST', '/own-city', { body });
  return next === undefined ? signIn : `${signIn}&weiter=${next}`;
}
