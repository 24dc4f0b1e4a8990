import { expect, test } from 'vitest';
import { generateAgenda, type Project } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { capacityCurve, prepareCurve } from '../questions/curve.ts';
import { approved, quickAgenda, quickProject } from '../testing.ts';
import { extended } from './extend.ts';
import { translate } from './translate.ts';

const options = { seed: 1, limit: { iterations: 20 } };

/** A project of the agenda once more, and the same with what may make the plan look farther ahead. */
function candidates({ dependencies: _, ...model }: Project, predecessor: string): Project[] {
  const plain = { ...model, id: 'new', dependencies: [], deadlines: [], prerequisites: [] };
  const waits = { predecessor, type: 'finishStart' as const, lagWeeks: 300 };
  return [
    plain,
    { ...plain, dependencies: [waits] },
    { ...plain, earliestStart: '2035-01-01' },
    { ...plain, deadlines: [{ on: '2050-12-31', kind: 'promised' }] },
  ];
}

test('what is added to a translation is what the whole agenda would be translated to', () => {
  for (const seed of [1, 2, 3]) {
    const agenda = generateAgenda({ projects: 9, seed });
    const known = translate(agenda);
    const model = agenda.projects[seed] as Project;
    for (const candidate of candidates(model, agenda.projects[0]?.id ?? '')) {
      const whole = translate(agenda, [candidate]);
      expect(extended(agenda, known, candidate)).toEqual(whole);
    }
  }
});

test('a project that is known already, waited for, ended or undated is not just added', () => {
  const agenda = quickAgenda([
    { id: 'a', weeks: 2 },
    { id: 'b', weeks: 2, after: ['missing'] },
  ]);
  const known = translate(agenda);
  const project = quickProject({ id: 'new', weeks: 2 });
  const refused: Project[] = [
    { ...project, id: 'a' },
    { ...project, id: 'missing' },
    { ...project, status: 'succeeded' },
    { ...project, prerequisites: ['some day'] },
    { ...project, phases: [] },
  ];
  expect(refused.map((one) => extended(agenda, known, one))).toEqual(refused.map(() => null));
  expect(extended(agenda, known, project)).not.toBeNull();
});

test('prepared once, the curve of every candidate is the same', () => {
  const agenda = generateAgenda({ projects: 9, seed: 4 });
  const planned = approved(agenda, planAgenda(agenda, options).plan);
  const curve = prepareCurve(planned);
  const [first, second] = agenda.projects as [Project, Project];
  for (const candidate of [...candidates(first, second.id), second]) {
    expect(curve(candidate, options)).toEqual(capacityCurve(planned, candidate, options));
  }
});
