import { type CityTransaction, listPeople, readPerson, type Session } from '../../store/index.ts';

/** Name under which a session's person signs; the link on the console has only its key. */
export async function personName(tx: CityTransaction, { person, actor }: Session): Promise<string> {
  const found = person === null ? undefined : await readPerson(tx, person);
  return found?.person.name ?? actor;
}

/** Names of actors as pages show them; whoever is no (longer a) person keeps the key. */
export async function namesOf(tx: CityTransaction, actors: readonly string[]): Promise<Record<string, string>> {
  const people = new Map((await listPeople(tx)).map((one) => [one.person.id, one.person.name]));
  return Object.fromEntries([...new Set(actors)].map((actor) => [actor, people.get(actor) ?? actor]));
}
