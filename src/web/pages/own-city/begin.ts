import { change } from '../../api/client.ts';

/**
 * Begins the own city and goes there. It is another session, so the page is loaded anew by the link that the server
 * gives. Throws `ApiError`; nothing has happened then.
 *
 * @param next page to go on with, by the one word of its address
 */
export async function beginCity(body: object, next?: string): Promise<void> {
  const { signIn } = await change<{ signIn: string }>('POST', '/own-city', { body });
  window.location.assign(next === undefined ? signIn : `${signIn}&weiter=${next}`);
}
