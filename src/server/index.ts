export { type Config, readConfig } from './config.ts';
export { openApiDocument } from './openapi.ts';
export { operations } from './routes/index.ts';
export { createLog } from './start/log.ts';
export { openConfiguredStore } from './start/open-store.ts';
export { type Running, runUntilStopped } from './start/run-program.ts';
export { createSignInLink, LINK_MINUTES } from './start/sign-in-link.ts';
export { type RunningServer, startServer } from './start/start-server.ts';
export { startWorker } from './start/start-worker.ts';
