import { type Acting, beginSignIn, endSignIn, findPersonByMail, readCredential, withCity } from '../../store/index.ts';
import { Problem } from '../http/problems.ts';
import type { Services } from '../services.ts';
import { redeemSecondFactor } from './one-time-codes.ts';
import { verifyPassword } from './password.ts';

/** Begins an attempt with this address. Throws {@link Problem} while it is locked, and says for how long. */
async function beginAttempt(services: Services, mail: string): Promise<void> {
  const seconds = await beginSignIn(services.store.db, mail);
  if (seconds === 0) return;
  const minutes = Math.ceil(seconds / 60);
  const [de, en] = minutes === 1 ? ['eine Minute', 'one minute'] : [`${minutes} Minuten`, `${minutes} minutes`];
  throw new Problem('too-many-requests', {
    detail: {
      de: `Nach mehreren Fehlversuchen ist die Anmeldung mit dieser Adresse noch ${de} gesperrt. Mit einem Passkey kommen Sie trotzdem hinein.`,
      en: `After several failed attempts, signing in with this address is locked for another ${en}. A passkey still works.`,
    },
    headers: { 'Retry-After': String(seconds) },
  });
}

/**
 * Checks address, password and, if the person has one, the second factor, and says who it is. Throws {@link Problem};
 * for a wrong address and for a wrong password it is the same one, after the same time.
 */
export async function checkPassword(
  services: Services,
  given: { mail: string; password: string; code?: string | undefined },
): Promise<Acting & { secondFactor: boolean }> {
  const { db } = services.store;
  await beginAttempt(services, given.mail);
  const acting = await findPersonByMail(db, given.mail);
  if (acting === undefined) {
    await verifyPassword(given.password, null);
    throw new Problem('sign-in-failed');
  }
  const { passwordHash, totpConfirmed } = await withCity(db, acting, (tx) => readCredential(tx, acting.actor));
  if (!(await verifyPassword(given.password, passwordHash))) throw new Problem('sign-in-failed');
  if (totpConfirmed) {
    const { code } = given;
    if (code === undefined) {
      await endSignIn(db, given.mail, { wholly: false });
      throw new Problem('code-needed');
    }
    const right = await withCity(db, acting, (tx) => redeemSecondFactor(tx, services.secretKey, acting, code));
    if (!right) throw new Problem('code-wrong');
  }
  await endSignIn(db, given.mail, { wholly: true });
  return { ...acting, secondFactor: totpConfirmed };
}

/**
 * Asks for the password once more before something about the account changes, so that a browser left open is not
 * enough. Counts and locks like a sign-in. Throws {@link Problem}.
 */
export async function confirmPassword(
  services: Services,
  { mail, passwordHash, password }: { mail: string; passwordHash: string | null; password: string },
): Promise<void> {
  await beginAttempt(services, mail);
  if (!(await verifyPassword(password, passwordHash))) throw new Problem('password-wrong');
  await endSignIn(services.store.db, mail, { wholly: true });
}

/** Like {@link confirmPassword}, for a code of the second factor. */
export async function confirmCode(services: Services, mail: string, check: () => Promise<boolean>): Promise<void> {
  await beginAttempt(services, mail);
  if (!(await check())) throw new Problem('code-wrong');
  await endSignIn(services.store.db, mail, { wholly: true });
}
