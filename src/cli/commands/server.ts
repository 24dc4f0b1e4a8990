import type { Language } from '../../agenda/index.ts';
import {
  createLog,
  createSignInLink,
  LINK_MINUTES,
  readConfig,
  runUntilStopped,
  startServer,
  startWorker,
} from '../../server/index.ts';
import { print } from '../output.ts';
import { withStore } from '../with-store.ts';

interface Options {
  language: Language;
}

/** `fahrplan serve`: the server with its job workers until Ctrl-C. */
export async function serve({ language }: Options): Promise<void> {
  await runUntilStopped(async () => {
    const config = { ...readConfig(process.env), language };
    const server = await startServer(config, createLog(config.logLevel));
    const link = await createSignInLink(server.store, server.address);
    const [running, address, signIn] = {
      de: ['Fahrplan läuft. Beenden mit Strg+C.', 'Adresse:', `Anmeldelink (gilt einmal, ${LINK_MINUTES} Minuten):`],
      en: ['Fahrplan is running. Stop with Ctrl+C.', 'Address:', `Sign-in link (once, ${LINK_MINUTES} minutes):`],
    }[language];
    await print(`\n${running}\n\n  ${address}\n  ${server.address}\n\n  ${signIn}\n  ${link}\n\n`);
    return server;
  }, language);
}

/** `fahrplan worker`: computes what servers on the same database were asked, until Ctrl-C. */
export async function worker({ language }: Options): Promise<void> {
  await runUntilStopped(async () => {
    const config = { ...readConfig(process.env), language };
    const running = await startWorker(config, createLog(config.logLevel));
    const words = { de: 'Fahrplan rechnet. Beenden mit Strg+C.', en: 'Fahrplan is computing. Stop with Ctrl+C.' };
    await print(`${words[language]}\n`);
    return running;
  }, language);
}

/** `fahrplan sign-in-link`: a link for one sign-in, for whoever may enter the machine. */
export async function signInLink({ city }: { city?: string }): Promise<void> {
  await withStore(async (store, { publicUrl, host, port }) => {
    const address = publicUrl?.origin ?? `http://${host}:${port}`;
    await print(`${await createSignInLink(store, address, city)}\n`);
  });
}
