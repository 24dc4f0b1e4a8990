import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/setup/closing-line.ts';

// Two projects: everything that Node runs in production is tested on plain Node with its own type stripping;
// only the web app goes through Vite, as it does in production.
export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    // All cores (the default leaves one idle, of two that is half): many tests wait for the disk or for a process.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'examples/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['src/web/**', '**/node_modules/**'],
          experimental: { viteModuleRunner: false },
          // Here and not at the root: at the root it would run inside Vite's module runner.
          globalSetup: ['./test/setup/global.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          include: ['src/web/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
