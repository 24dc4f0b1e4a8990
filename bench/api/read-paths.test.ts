import { expect, test } from 'vitest';
import { generateAgenda } from '../../src/agenda/index.ts';
import { readPaths } from './read-paths.ts';

test('read routes get addresses of the agenda; what it does not hold is left out, and so is what writes', () => {
  const agenda = generateAgenda({ projects: 3, seed: 1 });
  const [project, team] = [agenda.projects[0]?.id, agenda.teams[0]?.id];
  const get = (path: string) => ({ method: 'get', path });
  const given = [
    '/api/me',
    '/api/projects/{id}',
    '/api/records/{kind}/{id}',
    '/api/load/{team}/{month}',
    '/api/papers/{id}',
  ];
  expect(readPaths([...given.map(get), { method: 'post', path: '/api/undo' }], agenda)).toEqual([
    '/api/me',
    `/api/projects/${project}`,
    `/api/records/project/${project}`,
    `/api/load/${team}/${agenda.planStart.slice(0, 7)}`,
  ]);
});
