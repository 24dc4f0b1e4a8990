import type { Messages } from './de.ts';
import { common } from './en/common.ts';
import { council } from './en/council.ts';
import { plan } from './en/plan.ts';

export const en = { ...common, ...plan, ...council } satisfies Messages;
