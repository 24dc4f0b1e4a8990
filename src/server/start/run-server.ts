import { readConfig, terminalLanguage } from '../config.ts';
import { createLog } from './log.ts';
import { runUntilStopped } from './run-program.ts';
import { createSignInLink, LINK_MINUTES } from './sign-in-link.ts';
import { startServer } from './start-server.ts';

const TEXTS = {
  de: {
    running: 'Fahrplan läuft. Beenden mit Strg+C.',
    address: 'Adresse:',
    link: `Anmeldelink (gilt einmal, ${LINK_MINUTES} Minuten):`,
  },
  en: {
    running: 'Fahrplan is running. Stop with Ctrl+C.',
    address: 'Address:',
    link: `Sign-in link (once, ${LINK_MINUTES} minutes):`,
  },
};

/** The whole program: starts the server as the environment says, prints where it is and how to get in, and runs. */
export async function runServer(): Promise<void> {
  const language = terminalLanguage(process.env, process.argv);
  await runUntilStopped(async () => {
    const config = readConfig(process.env, process.argv);
    const server = await startServer(config, createLog(config.logLevel));
    const link = await createSignInLink(server.store, server.address);
    const { running, address, link: signIn } = TEXTS[language];
    console.log(`\n${running}\n\n  ${address}\n  ${server.address}\n\n  ${signIn}\n  ${link}\n`);
    return server;
  }, language);
}
