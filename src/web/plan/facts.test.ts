import { expect, test } from 'vitest';
import type { Obligation } from '../../agenda/index.ts';
import { de } from '../language/de.ts';
import { forceWord, obligationInWords } from './facts.ts';

const norm: Obligation & { inForce: boolean } = {
  id: 'ozg',
  law: 'OZG',
  paragraph: '§ 1',
  name: 'Online-Zugang',
  duty: 'Leistungen online anbieten',
  force: 'must',
  gate: false,
  trigger: { kind: 'date', on: '2026-01-01' },
  addressee: 'Gemeinden',
  status: 'inForce',
  inForce: true,
};

test('"must" is said only of a norm in force: not of a draft, of an expired one, or before its day', () => {
  const words = [norm, { ...norm, inForce: false }, { ...norm, inForce: false, status: 'expired' as const }];
  expect(words.map((one) => forceWord(one, de))).toEqual([de.forces.must, de.notInForce, de.expired]);
  expect(words.map((one) => obligationInWords(one, de))).toEqual([
    `OZG § 1, ${de.forcePhrases.must}`,
    `OZG § 1, ${de.notInForce}`,
    `OZG § 1, ${de.expired}`,
  ]);
});
