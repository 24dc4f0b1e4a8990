// Writes one record after the other until it is killed, and says of each when the database has acknowledged it.
import { insertRecord, openStore, replaceRecord, saveAgenda, withCity } from '../../../src/store/index.ts';
import { sampleAgenda, samplePaper } from '../../setup/sample.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const store = await openStore({ dataFolder: folder });
const acting = { city: 'musterstadt', actor: 'writer' };
await withCity(store.db, acting, (tx) => saveAgenda(tx, sampleAgenda()));

async function write(writer: number): Promise<void> {
  for (let number = 0; ; number++) {
    const id = `r${round}-${writer}-${number}`;
    // Two changes in one transaction: both are there afterwards, or neither.
    await withCity(store.db, acting, async (tx) => {
      await insertRecord(tx, 'papers', samplePaper(id));
      await replaceRecord(tx, 'papers', id, 1, { ...samplePaper(id), name: 'complete' });
    });
    process.stdout.write(`${id}\n`);
  }
}

process.stdout.write('writing\n');
await Promise.all([0, 1, 2].map(write));
