import { describe, expect, test } from 'vitest';
import {
  deleteRecord,
  insertRecord,
  listRecords,
  loadAgenda,
  readRecord,
  replaceRecord,
  type Store,
  saveAgenda,
  withCity,
} from '../../../src/store/index.ts';
import { given, sampleAgenda, samplePaper } from '../../setup/sample.ts';

/** Agenda and single records: what is saved comes back, and no edit is silently overwritten. */
export function recordsContract(store: () => Store): void {
  const acting = { city: 'records', actor: 'tester' };
  const agenda = sampleAgenda(acting.city);
  const project = given(agenda.projects[0]);

  describe('records', () => {
    test('an agenda comes back as it was saved; saving it again changes nothing', async () => {
      expect(await withCity(store().db, acting, loadAgenda)).toBeUndefined();
      const first = await withCity(store().db, acting, (tx) => saveAgenda(tx, agenda));
      expect(first).toEqual({ inserted: 7, changed: 0, deleted: 0 });
      expect(await withCity(store().db, acting, loadAgenda)).toEqual(agenda);
      const second = await withCity(store().db, acting, (tx) => saveAgenda(tx, agenda));
      expect(second).toEqual({ inserted: 0, changed: 0, deleted: 0 });
      expect(await withCity(store().db, acting, (tx) => readRecord(tx, 'projects', 'geo'))).toMatchObject({
        version: 1,
      });
    });

    test('saving a changed agenda touches only what differs, and keeps the order of the file', async () => {
      const [geo, akte, termin] = agenda.projects as [typeof project, typeof project, typeof project];
      const changed = { ...agenda, name: 'Digitale Agenda 2', projects: [termin, { ...geo, name: 'Geoportal' }] };
      const counts = await withCity(store().db, acting, (tx) => saveAgenda(tx, changed));
      // head, geo (name and place), termin (place) changed; akte went.
      expect(counts).toEqual({ inserted: 0, changed: 3, deleted: 1 });
      expect(await withCity(store().db, acting, loadAgenda)).toEqual(changed);
      expect(await withCity(store().db, acting, (tx) => readRecord(tx, 'projects', akte.id))).toBeUndefined();
      await withCity(store().db, acting, (tx) => saveAgenda(tx, agenda));
      expect(await withCity(store().db, acting, loadAgenda)).toEqual(agenda);
    });

    test('a record is replaced in the version that was seen, and in no other', async () => {
      const { body, version } = given(await withCity(store().db, acting, (tx) => readRecord(tx, 'projects', 'termin')));
      const edit = (seen: number, name: string) =>
        withCity(store().db, acting, (tx) => replaceRecord(tx, 'projects', 'termin', seen, { ...body, name }));
      expect((await edit(version, 'Termine')).version).toBe(version + 1);
      await expect(edit(version, 'Zu spät')).rejects.toMatchObject({ code: 'recordStale' });
      const missing = withCity(store().db, acting, (tx) =>
        replaceRecord(tx, 'projects', 'fehlt', 1, { ...body, id: 'fehlt' }),
      );
      await expect(missing).rejects.toMatchObject({ code: 'recordUnknown' });
      expect(await withCity(store().db, acting, (tx) => readRecord(tx, 'projects', 'termin'))).toMatchObject({
        version: version + 1,
        body: { name: 'Termine' },
      });
    });

    test('of many simultaneous edits of one version exactly one is accepted', async () => {
      const { body, version } = given(await withCity(store().db, acting, (tx) => readRecord(tx, 'projects', 'akte')));
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, number) =>
          withCity(store().db, acting, (tx) =>
            replaceRecord(tx, 'projects', 'akte', version, { ...body, name: `Bearbeitung ${number}` }),
          ),
        ),
      );
      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      for (const one of results) if (one.status === 'rejected') expect(one.reason.code).toBe('recordStale');
    });

    test('records are added at the end and deleted in the version that was seen', async () => {
      const added = await withCity(store().db, acting, (tx) => insertRecord(tx, 'papers', samplePaper()));
      expect(added).toEqual({ id: 'ba-1-2020', version: 1, body: samplePaper() });
      const again = withCity(store().db, acting, (tx) => insertRecord(tx, 'papers', samplePaper()));
      await expect(again).rejects.toMatchObject({ code: 'recordExists' });
      await withCity(store().db, acting, (tx) => insertRecord(tx, 'papers', samplePaper('ba-2-2020')));
      const papers = await withCity(store().db, acting, (tx) => listRecords(tx, 'papers'));
      expect(papers.map((one) => one.id)).toEqual(['ba-1-2020', 'ba-2-2020']);
      const remove = (version: number) =>
        withCity(store().db, acting, (tx) => deleteRecord(tx, 'papers', 'ba-2-2020', version));
      await expect(remove(7)).rejects.toMatchObject({ code: 'recordStale' });
      await remove(1);
      await expect(remove(1)).rejects.toMatchObject({ code: 'recordUnknown' });
    });

    test('odd texts come back as they were; what cannot be stored is refused with the name of its field', async () => {
      const odd = `"'\\;--\u202e\u{1f600}\u0001\u007f äöüß e\u0301 <script> %s $1 \${x}`;
      const insert = (id: string, name: string) =>
        withCity(store().db, acting, (tx) => insertRecord(tx, 'projects', { ...project, id, name }));
      expect((await insert('odd', odd)).body.name).toBe(odd);
      for (const bad of ['a\u0000b', 'a\ud800b'])
        await expect(insert('bad', bad)).rejects.toMatchObject({
          code: 'characterNotStorable',
          text: { de: expect.stringContaining('"name"') },
        });
    });

    test('a failing transaction leaves nothing behind, not even an audit entry', async () => {
      const before = await withCity(store().db, acting, loadAgenda);
      const failing = withCity(store().db, acting, async (tx) => {
        await insertRecord(tx, 'projects', { ...project, id: 'vanishes' });
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await withCity(store().db, acting, loadAgenda)).toEqual(before);
    });
  });
}
