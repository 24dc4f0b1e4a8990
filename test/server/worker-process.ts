import { createLog, readConfig, runUntilStopped, startWorker } from '../../src/server/index.ts';

// A process that only computes, as `fahrplan worker` starts it.
const config = readConfig(process.env);
await runUntilStopped(() => startWorker(config, createLog(config.logLevel)), config.language);
