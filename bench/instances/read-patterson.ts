import type { Instance } from './instance.ts';
import { Numbers } from './numbers.ts';

/**
 * Reads a `.rcp` file in the format of Patterson (1984), as RanGen writes it (RG300 and others): number of activities and resources, the
 * availabilities, then per activity its duration, requests, number of successors and the successors.
 * @throws {FormatError} naming the file and the place
 */
export function readPatterson(text: string, file: string): Instance {
  const numbers = new Numbers(text, file);
  const count = numbers.take('number of activities');
  const resources = numbers.take('number of resources');
  const renewable = numbers.takeList(resources, 'availability');
  const activities = Array.from({ length: count }, () => {
    const duration = numbers.take('duration');
    const requests = numbers.takeList(resources, 'request');
    const successors = numbers.take('number of successors');
    return {
      modes: [{ duration, renewable: requests, nonRenewable: [], consumed: [], produced: [] }],
      successors: Array.from({ length: successors }, () => numbers.takeIndex(count, 'successor')),
    };
  });
  numbers.end('the instance');
  return { renewable, nonRenewable: [], reservoirs: [], activities };
}
