// Says what the database holds, then writes one record after the other until it is killed, and says of each when the
// database has acknowledged it.
import { sql } from 'kysely';
import { insertRecord, openStore, replaceRecord, saveAgenda, verifyAudit, withCity } from '../../../src/store/index.ts';
import { sampleAgenda, samplePaper } from '../../setup/sample.ts';

/** What a program finds after the crash of its predecessor. */
export type Found = { stored: string[]; halfDone: string[]; intact: boolean };

const [folder = '', round = ''] = process.argv.slice(2);
const store = await openStore({ dataFolder: folder });
const acting = { city: 'musterstadt', actor: 'writer' };

const { rows } = await withCity(store.db, acting, (tx) =>
  sql<{ id: string; version: number }>`SELECT id, version FROM paper`.execute(tx),
);
const found: Found = {
  stored: rows.map((row) => row.id),
  // Every transaction below makes two changes: the second version is there, or nothing.
  halfDone: rows.filter((row) => row.version !== 2).map((row) => row.id),
  intact: (await verifyAudit(store.db, acting.city)).intact,
};
await withCity(store.db, acting, (tx) => saveAgenda(tx, sampleAgenda()));
process.stdout.write(`${JSON.stringify(found)}\nwriting\n`);

async function write(writer: number): Promise<void> {
  for (let number = 0; ; number++) {
    const id = `r${round}-${writer}-${number}`;
    await withCity(store.db, acting, async (tx) => {
      await insertRecord(tx, 'papers', samplePaper(id));
      await replaceRecord(tx, 'papers', id, 1, { ...samplePaper(id), name: 'complete' });
    });
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all([0, 1, 2].map(write));
