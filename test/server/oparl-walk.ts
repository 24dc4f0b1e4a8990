import { checkObject, readWholeList, type Seen } from '../../src/formats/oparl/testing.ts';

const LISTS = [
  'organization',
  'person',
  'meeting',
  'paper',
  'agendaItem',
  'consultation',
  'file',
  'locationList',
  'legislativeTermList',
  'membership',
] as const;

/** Reads everything behind an OParl endpoint as a client does, by its links alone, and checks each object. */
export async function walkOparl(server: string): Promise<Seen[]> {
  const read = async (url: string): Promise<unknown> => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  };
  const system = checkObject(await read(`${server}/oparl/v1.1`));
  const bodies = await readWholeList(String(system.body), read);
  const objects: Seen[] = [];
  for (const body of bodies) {
    for (const name of LISTS) objects.push(...(await readWholeList(String(body[name]), read)));
  }
  // What stands in a list is also found under its own address.
  for (const one of objects) checkObject(await read(one.id));
  return [system, ...bodies, ...objects];
}
