// Opens the data folder named as the first argument, says so, and holds it until standard input ends.
import { openStore, StoreRefusal } from '../../../src/store/index.ts';

try {
  const store = await openStore({ dataFolder: process.argv[2] ?? '' });
  console.log('open');
  process.stdin.resume();
  process.stdin.once('end', () => void store.close());
} catch (error) {
  console.error(error instanceof StoreRefusal ? error.text.de : error);
  process.exitCode = 1;
}
