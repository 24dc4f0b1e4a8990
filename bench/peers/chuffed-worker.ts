import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import { parentPort } from 'node:worker_threads';

/**
 * MiniZinc's npm package is made for the web: its worker script expects `addEventListener` and `postMessage`. This thread gives it both
 * and hands every message through; the script itself runs unchanged.
 */
const require = createRequire(import.meta.url);
const path = require.resolve('minizinc/minizinc-worker.js');

Object.assign(globalThis, {
  addEventListener: (_type: string, listener: (event: { data: unknown }) => void) =>
    parentPort?.on('message', (data: unknown) => listener({ data })),
  postMessage: (message: unknown) => parentPort?.postMessage(message),
});
const names = ['require', '__filename', '__dirname'];
compileFunction(readFileSync(path, 'utf8'), names, { filename: path })(require, path, dirname(path));
