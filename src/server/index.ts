export { type Config, readConfig } from './config.ts';
export { openApiDocument } from './openapi.ts';
export type { Permission } from './permissions.ts';
export { operations } from './routes/index.ts';
export { createLog } from './start/log.ts';
export { type Running, runUntilStopped } from './start/run-program.ts';
export { createSignInLink, LINK_MINUTES } from './start/sign-in-link.ts';
export { openConfiguredStore, type RunningServer, startServer } from './start/start-server.ts';
export { startWorker } from './start/start-worker.ts';
