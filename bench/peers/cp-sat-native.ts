import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { type Instance, safeHorizon } from '../instances/instance.ts';
import type { Outcome } from '../solver/run.ts';

const program = join(import.meta.dirname, 'cp_sat_native.py');

const outcome = z.object({
  cpuSeconds: z.number(),
  bound: z.number().nullable(),
  proven: z.boolean(),
  starts: z.array(z.number()).nullable(),
  modes: z.array(z.number()).nullable(),
});

/** Version of OR-Tools that `python3` on the path can import; undefined = none. */
export function nativeVersion(): string | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', 'import ortools; print(ortools.__version__)'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** CP-SAT as Google ships it, in a Python process of its own that measures and limits its own CPU time. */
export function cpSatNative(instance: Instance, seed: number, cpuLimit: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const python = spawn('python3', [program], { stdio: ['pipe', 'pipe', 'pipe'] });
    const [output, errors]: [Buffer[], Buffer[]] = [[], []];
    python.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    python.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    python.on('error', reject);
    python.on('close', (code) => {
      if (code === 0) resolve(outcome.parse(JSON.parse(Buffer.concat(output).toString())));
      else
        reject(new Error(`python3 ended with ${code}: ${Buffer.concat(errors).toString().trim().split('\n').at(-1)}`));
    });
    python.stdin.end(JSON.stringify({ instance, horizon: safeHorizon(instance), seed, cpuLimit }));
  });
}
