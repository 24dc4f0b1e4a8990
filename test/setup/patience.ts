import { LONG } from './random.ts';

// How long tests wait, in milliseconds. They wait for a state, never for a time, and these limits only end what hangs:
// a machine on which many programs run is ten times as slow and must not make a single test fail. Whether the product
// is quick is measured by `bench/` on a machine that does nothing else; no test asserts how long something took.

/** For one state: a page, a line of output, the end of a job. */
export const PATIENCE = 300_000;

/** For a whole test, or for what stands before and after it. */
export const PATIENCE_FOR_TEST: number = LONG ? 3_600_000 : 900_000;
