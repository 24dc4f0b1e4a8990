export { type Config, readConfig, terminalLanguage } from './config.ts';
export { openApiDocument } from './openapi.ts';
export { Refusal } from './refusal.ts';
export { createLog } from './start/log.ts';
export { explain, type Running, runUntilStopped } from './start/run-program.ts';
export { createSignInLink, LINK_MINUTES } from './start/sign-in-link.ts';
export { openConfiguredStore, type RunningServer, startServer } from './start/start-server.ts';
export { startWorker } from './start/start-worker.ts';
