import { beforeAll, describe, expect, test } from 'vitest';
import {
  createSignInToken,
  deleteExpired,
  endSession,
  enqueue,
  findPlanRuns,
  findSession,
  insertRecord,
  listenProgress,
  once,
  type ProgressNotice,
  prepareJobs,
  readPlanRun,
  readProgress,
  redeemSignInToken,
  reportProgress,
  requestCancel,
  type Store,
  saveAgenda,
  storePlanRun,
  suggestRelated,
  withCity,
} from '../../../src/store/index.ts';
import { eventually } from '../../setup/processes.ts';
import { given, sampleAgenda, samplePaper } from '../../setup/sample.ts';

/** Plan runs, sign-in, repeated requests, jobs and their progress, suggestions. */
export function workContract(store: () => Store): void {
  const acting = { city: 'arbeit', actor: 'tester' };
  const within = <T>(run: Parameters<typeof withCity<T>>[2]): Promise<T> => withCity(store().db, acting, run);

  describe('work', () => {
    beforeAll(async () => {
      await prepareJobs(store());
      await within((tx) => saveAgenda(tx, sampleAgenda(acting.city)));
    });

    test('a plan run is kept once and never changed', async () => {
      const run = {
        inputsHash: 'abc',
        engineVersion: '1',
        seed: 7,
        question: { project: 'geo' },
        result: { weeks: 4 },
      };
      const id = await within((tx) => storePlanRun(tx, run));
      expect(await within((tx) => storePlanRun(tx, run))).toBe(id);
      const stored = await within((tx) => readPlanRun(tx, id));
      expect(stored).toEqual({ ...run, id, createdAt: expect.stringMatching(/^\d{4}-.*Z$/) });
      expect(await within((tx) => findPlanRuns(tx, 'abc'))).toEqual([stored]);
      for (const change of ['UPDATE plan_run SET position = 1', 'DELETE FROM plan_run', 'TRUNCATE plan_run']) {
        await expect(store().pool.query(change)).rejects.toThrow(/permission denied/);
        await expect(store().ownerPool.query(change)).rejects.toThrow(/may not be changed/);
      }
    });

    test('a sign-in link works once and opens a session under a token of its own', async () => {
      const link = await within((tx) =>
        createSignInToken(tx, { actor: 'u-1', roles: ['office'], ownUnits: ['it'], minutes: 5 }),
      );
      const uses = await Promise.all(
        Array.from({ length: 5 }, () => redeemSignInToken(store().db, link, { hours: 8 })),
      );
      const opened = uses.filter((one) => one !== undefined);
      expect(opened).toHaveLength(1);
      const { token, session } = given(opened[0]);
      expect(token).not.toBe(link);
      expect(session).toEqual({ city: 'arbeit', actor: 'u-1', roles: ['office'], ownUnits: ['it'] });
      expect(await findSession(store().db, token)).toEqual({
        ...session,
        id: expect.any(String),
        person: null,
        secondFactorAge: null,
        cityState: expect.any(Number),
        smallChanges: expect.any(Number),
      });
      expect(await findSession(store().db, link)).toBeUndefined();
      await within((tx) => endSession(tx, token));
      expect(await findSession(store().db, token)).toBeUndefined();
      const expired = await within((tx) => createSignInToken(tx, { actor: 'u-1', roles: [], minutes: 0 }));
      expect(await redeemSignInToken(store().db, expired, { hours: 8 })).toBeUndefined();
      await deleteExpired(store().db);
    });

    test('no token stands in the database', async () => {
      const link = await within((tx) => createSignInToken(tx, { actor: 'u-2', roles: [], minutes: 5 }));
      const { rows } = await within((tx) =>
        tx
          .selectFrom('sign_in_token')
          .selectAll()
          .execute()
          .then((rows) => ({ rows })),
      );
      expect(rows).not.toHaveLength(0);
      expect(JSON.stringify(rows)).not.toContain(link);
      expect(rows.map((row) => row.token_hash.length)).toEqual(rows.map(() => 32));
    });

    test('a request that is repeated takes effect once, also at the same time', async () => {
      const send = (key: string, requestHash: string, id: string) =>
        within((tx) =>
          once(tx, { key, requestHash }, async () => (await insertRecord(tx, 'papers', samplePaper(id))).version),
        );
      const answers = await Promise.all(Array.from({ length: 10 }, () => send('k1', 'h1', 'p-1')));
      expect(answers.filter((one) => !one.repeated)).toHaveLength(1);
      expect(answers.map((one) => one.response)).toEqual(Array(10).fill(1));
      await expect(send('k1', 'h2', 'p-2')).rejects.toMatchObject({ code: 'keyReused' });
      // A first try that failed leaves the key free.
      await expect(send('k2', 'h1', 'p-1')).rejects.toMatchObject({ code: 'recordExists' });
      expect((await send('k2', 'h1', 'p-3')).repeated).toBe(false);
    });

    test('a job exists if and only if its transaction commits, with city and actor of the transaction', async () => {
      const count = async () =>
        (await store().ownerPool.query(`SELECT payload FROM graphile_worker._private_jobs`)).rows.map(
          (row) => row.payload,
        );
      const failing = within(async (tx) => {
        await enqueue(tx, { task: 'assess', payload: { paper: 'p-0' } });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await count()).toEqual([]);
      const forged = { paper: 'p-1', city: 'anderswo', actor: 'root' };
      const id = await within((tx) => enqueue(tx, { task: 'assess', payload: forged, queue: 'q', jobKey: 'j' }));
      expect(id).toMatch(/^\d+$/);
      await within((tx) => enqueue(tx, { task: 'assess', payload: { paper: 'p-2' }, jobKey: 'j' }));
      expect(await count()).toEqual([{ paper: 'p-2', city: 'arbeit', actor: 'tester' }]);
      await expect(store().pool.query('SELECT * FROM graphile_worker._private_jobs')).rejects.toThrow(
        /permission denied/,
      );
      await expect(store().pool.query(`SELECT enqueue_job('x', '{}', null, null, 1)`)).rejects.toThrow(/needs a city/);
    });

    test('progress is heard by who listens, also after the connection broke', async () => {
      const heard: (ProgressNotice | undefined)[] = [];
      const stop = await listenProgress(store(), (notice) => heard.push(notice));
      const report = (share: number) =>
        within((tx) => reportProgress(tx, { id: 'job-1', state: 'running', share, details: {} }));
      const until = async (seen: () => boolean) => expect(await eventually(seen)).toBe(true);
      await report(0.25);
      await until(() => heard.some((one) => one?.id === 'job-1' && one.city === 'arbeit'));
      await store().ownerPool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'fahrplan listen' AND datname = current_database()`,
      );
      await until(() => heard.includes(undefined)); // heard again: read what you wait for
      const before = heard.length;
      await report(0.5);
      await until(() => heard.length > before);
      await stop();
      expect(await within((tx) => requestCancel(tx, 'job-1'))).toBe(true);
      expect(await report(0.75)).toEqual({ cancelRequested: true });
      expect(await within((tx) => readProgress(tx, 'job-1'))).toEqual({
        id: 'job-1',
        state: 'running',
        share: 0.75,
        details: {},
        cancelRequested: true,
      });
      expect(await within((tx) => requestCancel(tx, 'job-0'))).toBe(false);
    });

    test('a text is told which records it touches, by stem, by part of a compound, by similar spelling', async () => {
      const found = (text: string) => within((tx) => suggestRelated(tx, [text]).then(([list = []]) => list));
      const geo = await found('Die Stadtverwaltung stellt sämtliche Geodaten als Karten bereit.');
      expect(geo[0]).toMatchObject({ kind: 'project', id: 'geo', title: 'Geodatenportal' });
      expect(geo[0]?.matchedWords).toEqual(expect.arrayContaining(['Geodaten', 'Karten']));
      expect(geo.map((one) => `${one.kind} ${one.id}`)).toContain('need n1'); // »Karten für die Feuerwehr«
      expect((await found('elektronischer Akten'))[0]).toMatchObject({ kind: 'project', id: 'akte' });
      expect((await found('Terminvergbe'))[0]).toMatchObject({ id: 'termin' }); // a typing error
      expect((await found('Onlinezugangsgesetzes'))[0]).toMatchObject({ kind: 'obligation', id: 'ozg' });
      // Several texts in one question are told the same as each of them alone.
      const texts = ['elektronischer Akten', '', 'Terminvergbe', 'elektronischer Akten'];
      const together = await within((tx) => suggestRelated(tx, texts));
      const akten = await found('elektronischer Akten');
      expect(together).toEqual([akten, [], await found('Terminvergbe'), akten]);
      expect(await found('und die der das')).toEqual([]);
      expect(await found('')).toEqual([]);
      expect(await found('Quantencomputer')).toEqual([]);
      for (const one of geo) expect(one.score).toSatisfy((score: number) => score > 0 && score <= 1);
    });
  });
}
