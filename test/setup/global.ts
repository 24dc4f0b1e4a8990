import type { TestProject } from 'vitest/node';

/** Runs once before all tests of the project `node`. */
export default function setup(_project: TestProject): void {}
