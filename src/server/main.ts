import { readConfig, terminalLanguage } from './config.ts';
import { createLog } from './start/log.ts';
import { runUntilStopped } from './start/run-program.ts';
import { createSignInLink, LINK_MINUTES } from './start/sign-in-link.ts';
import { startServer } from './start/start-server.ts';

/** `npm start`: runs the server until Ctrl-C, and prints where it is and how to get in. */
const language = terminalLanguage(process.env, process.argv);
await runUntilStopped(async () => {
  const config = readConfig(process.env, process.argv);
  const server = await startServer(config, createLog(config.logLevel));
  const link = await createSignInLink(server.store, server.address);
  const lines = {
    de: ['Fahrplan läuft. Beenden mit Strg+C.', 'Adresse:', `Anmeldelink (gilt einmal, ${LINK_MINUTES} Minuten):`],
    en: ['Fahrplan is running. Stop with Ctrl+C.', 'Address:', `Sign-in link (once, ${LINK_MINUTES} minutes):`],
  }[language];
  console.log(`\n${lines[0]}\n\n  ${lines[1]}\n  ${server.address}\n\n  ${lines[2]}\n  ${link}\n`);
  return server;
}, language);
