import type { Instance } from './instance.ts';
import { Numbers } from './numbers.ts';

/**
 * Reads a `.rcp` file with consumption and production of resources (Koné, Artigues, Lopez and Mongeau 2013): activities, renewable
 * resources and reservoirs are counted first; each activity takes from the reservoirs at its start and gives to them at its finish.
 *
 * What the files write for the two dummies, first and last, does not count: the published values hold only so. (Of 13 instances solved
 * to optimality, 5 have another optimum if the dummies take and give, among them j305_5 with 759 instead of 766.)
 * @throws {FormatError} naming the file and the place
 */
export function readReservoir(text: string, file: string): Instance {
  const numbers = new Numbers(text, file);
  const count = numbers.take('number of activities');
  const resources = numbers.take('number of renewable resources');
  const reservoirs = numbers.take('number of reservoirs');
  const renewable = numbers.takeList(resources, 'availability');
  const stock = numbers.takeList(reservoirs, 'stock');
  const activities = Array.from({ length: count }, (_, activity) => {
    const duration = numbers.take('duration');
    const requests = numbers.takeList(resources, 'request');
    const written = numbers.takeList(2 * reservoirs, 'consumption or production');
    const moved = activity === 0 || activity === count - 1 ? written.map(() => 0) : written;
    const successors = numbers.take('number of successors');
    return {
      modes: [
        {
          duration,
          renewable: requests,
          nonRenewable: [],
          consumed: moved.filter((_, i) => i % 2 === 0),
          produced: moved.filter((_, i) => i % 2 === 1),
        },
      ],
      successors: Array.from({ length: successors }, () => numbers.takeIndex(count, 'successor')),
    };
  });
  numbers.end('the instance');
  return { renewable, nonRenewable: [], reservoirs: stock, activities };
}
