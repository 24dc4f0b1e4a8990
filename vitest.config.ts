import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/setup/closing-line.ts';
import { LongestFirst } from './test/setup/longest-first.ts';
import { memoryFolder } from './test/setup/memory-folder.ts';
import { PATIENCE, PATIENCE_FOR_TEST } from './test/setup/patience.ts';

// What Node has made of a source (types stripped, code compiled) is kept for all test files and for every program that
// they start, in the place where the product keeps it.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'node');

// For all processes of the tests and all that they start. Who names a folder by TMPDIR gets that one.
const inMemory = memoryFolder();
if (inMemory !== null) process.env.TMPDIR ??= inMemory;

const patience = {
  testTimeout: PATIENCE_FOR_TEST,
  hookTimeout: PATIENCE_FOR_TEST,
  expect: { poll: { timeout: PATIENCE, interval: 20 } },
};

// Two projects: everything that Node runs in production is tested on plain Node with its own type stripping;
// only the web app goes through Vite, as it does in production.
export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    // Two more than cores (the default leaves one idle, of two that is half): many tests wait for the disk or for a process.
    maxWorkers: availableParallelism() + 2,
    // Each process takes one file after the other: a module is loaded once, not 160 times. What a test changes in
    // its process (environment, clock, listeners) it puts back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'examples/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['src/web/**', '**/node_modules/**'],
          experimental: { viteModuleRunner: false },
          // Here and not at the root: at the root it would run inside Vite's module runner.
          globalSetup: ['./test/setup/global.ts'],
          ...patience,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          include: ['src/web/**/*.test.{ts,tsx}'],
          ...patience,
        },
      },
    ],
  },
});
