import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Language } from '../../agenda/index.ts';
import type { PlanResult } from '../../planning/index.ts';
import { testAgenda } from '../testing.ts';
import { plain } from './paint.ts';
import { renderPlan } from './plan.ts';

const agenda = testAgenda();
const [plan] = agenda.plans;
if (!plan) throw new Error('the small agenda has no plan');
const result: PlanResult = {
  plan,
  values: [0, 0, 10],
  bounds: [0, 0, 10],
  aims: [
    { kind: 'statutoryLate', value: 0, bound: 0, gapPermille: 0, quality: 'proven', basis: 'argument' },
    { kind: 'promisedLate', value: 0, bound: 0, gapPermille: 0, quality: 'proven', basis: 'argument' },
    { kind: 'early', value: 10, bound: 10, gapPermille: 0, quality: 'proven', basis: 'certificate' },
  ],
  quality: 'proven',
  iterations: 5,
  complete: true,
  undated: [],
  infeasible: null,
};
const format = (language: Language, width = 80) => ({ language, width, paint: plain });
const print = (language: Language, changed: Partial<PlanResult> = {}, width = 80) =>
  renderPlan(agenda, plan, { ...result, ...changed }, format(language, width));

test.each<Language>(['de', 'en'])('the whole page, %s', async (language) => {
  await expect(print(language)).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `plan.${language}.txt`));
});

test('a value that is not proven says how far it may be off', () => {
  const page = print(
    'de',
    {
      aims: [
        { kind: 'promisedLate', value: 3, bound: 0, gapPermille: null, quality: 'bestFound', basis: 'argument' },
        { kind: 'early', value: 1064, bound: 1000, gapPermille: 64, quality: 'bestFound', basis: 'certificate' },
      ],
    },
    140,
  );
  expect(page).toMatch(/Wochen nach Zielterminen +3 +0 +– +bester gefundener Wert; Schranke ohne Zertifikat/);
  expect(page).toMatch(/gewichtete Endwochen +1\.064 +1\.000 +6,4 % +bester gefundener Wert; Schranke mit geprüftem/);
});

test('lateness, an early end and what cannot be dated are said', () => {
  const page = print('de', { values: [3, 5, 10], complete: false, undated: ['app'], quality: 'bestFound' }, 120);
  expect(page).toContain('Nach gesetzlichen Fristen: 3 Projektwochen; nach zugesagten Fristen: 5 Projektwochen.');
  expect(page).toContain('Vorzeitig beendet');
  expect(page).toContain('Ohne Termin, weil eine Voraussetzung keinen hat: app');
  expect(page).toContain('ein besserer ist nicht ausgeschlossen');
});

test('a plan of nothing says so, and nothing about deadlines or goodness', () => {
  const empty = { ...plan, phases: [] };
  const page = renderPlan({ ...agenda, projects: [] }, empty, { ...result, plan: empty }, format('de'));
  expect(page).toContain('Kein Vorhaben geplant: Es gibt keines, das offen ist');
  expect(page).not.toMatch(/Fristen der Vorhaben|Bewiesen|–\./);
});
