import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { planHasChanged } from './plan-changes.ts';

test('every page that shows dates of the plan is read again when the plan has changed; who one is, and papers, are not', () => {
  const client = new QueryClient();
  const shown = [
    '/roadmap',
    '/load',
    '/overview',
    '/projects',
    '/projects/O1',
    '/plans',
    '/obligations',
    '/council-desk',
  ];
  const kept = ['/me', '/papers/ba-090-2020', '/records/project/O1'];
  for (const path of [...shown, ...kept]) client.setQueryData([path], {});
  planHasChanged(client);
  const anew = (path: string) => client.getQueryState([path])?.isInvalidated;
  expect(shown.filter((path) => !anew(path))).toEqual([]);
  expect(kept.filter(anew)).toEqual([]);
});
