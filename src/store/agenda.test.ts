import { expect, test } from 'vitest';
import { storeForFile } from '../../test/setup/database.ts';
import { sampleAgenda } from '../../test/setup/sample.ts';
import { loadAgenda, saveAgenda, withCity } from './index.ts';

const store = storeForFile();
const acting = { city: 'musterstadt', actor: 'tester' };

test('an agenda comes back as it was saved', async () => {
  const agenda = sampleAgenda();
  const counts = await withCity(store().db, acting, (tx) => saveAgenda(tx, agenda));
  expect(counts).toEqual({ inserted: 7, changed: 0, deleted: 0 });
  expect(await withCity(store().db, acting, loadAgenda)).toEqual(agenda);
});
