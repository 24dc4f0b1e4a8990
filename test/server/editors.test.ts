import { expect, test } from 'vitest';
import { verifyAudit } from '../../src/store/index.ts';
import { LONG, seeded } from '../setup/random.ts';
import { type Client, serverForFile, signIn } from './harness.ts';

// `npm run test:long`: 50 editors with 200 writes each on 20 records; otherwise a share with the same seed.
const EDITORS = LONG ? 50 : 10;
const WRITES = LONG ? 200 : 12;
const RECORDS = LONG ? 20 : 5;

const app = serverForFile({ workers: 0 });

type Record = { body: { id: string; note?: string }; version: number };

test('many editors on few records: accepted and refused are all, and what is stored is the replay of the accepted', async () => {
  const clients: Client[] = [];
  for (let editor = 0; editor < EDITORS; editor++) clients.push(await signIn(app(), 'programme'));
  const json = { 'content-type': 'application/json' };
  const first = clients[0] as Client;
  const path = (record: number): string => `/api/records/source/quelle-${record}`;
  for (let record = 0; record < RECORDS; record++) {
    const body = JSON.stringify({ id: `quelle-${record}`, title: 'Quelle' });
    expect((await first.send('POST', '/api/records/source', { headers: json, body })).status).toBe(201);
  }
  const accepted: { record: number; version: number; note: string }[] = [];
  let refused = 0;
  const edit = async (client: Client, editor: number): Promise<void> => {
    const random = seeded(editor + 1);
    for (let write = 0; write < WRITES; write++) {
      const record = random(RECORDS);
      const { body, version } = await client.get<Record>(path(record));
      const note = `${editor}/${write}`;
      const headers = { ...json, 'if-match': `"${version}"` };
      const answer = await client.send('PUT', path(record), { headers, body: JSON.stringify({ ...body, note }) });
      if (answer.status === 200) accepted.push({ record, version: ((await answer.json()) as Record).version, note });
      else {
        expect(answer.status).toBe(412);
        await answer.body?.cancel();
        refused++;
      }
    }
  };
  await Promise.all(clients.map(edit));
  expect(accepted.length + refused).toBe(EDITORS * WRITES);
  expect(refused).toBeGreaterThan(0);
  for (let record = 0; record < RECORDS; record++) {
    const own = accepted.filter((one) => one.record === record).sort((a, b) => a.version - b.version);
    // Each version was given once and none is missing: nobody was overwritten unseen.
    expect(own.map((one) => one.version)).toEqual(own.map((_, index) => index + 2));
    const { body, version } = await first.get<Record>(path(record));
    expect([body.note, version]).toEqual([own.at(-1)?.note, own.length + 1]);
  }
  expect(await verifyAudit(app().server.store.db, 'chemnitz')).toMatchObject({ intact: true });
});
