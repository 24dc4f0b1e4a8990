import type { Agenda, Text } from '../../agenda/index.ts';
import { bare } from './targets.ts';

/** Records by what a list may call them: id, any name, short name. */
type Names = Map<string, string>;

export interface Directory {
  actionFields: Names;
  units: Names;
  partners: Names;
  obligations: Names;
  /** Records that the list names and the agenda does not have; they are made with the import. */
  newActionFields: Map<string, Agenda['actionFields'][number]>;
  newUnits: Map<string, Agenda['units'][number]>;
}

export function directoryOf(agenda: Agenda): Directory {
  const names = <T extends { id: string }>(records: readonly T[], also: (one: T) => (string | undefined)[]): Names =>
    new Map(records.flatMap((one) => [one.id, ...also(one)].flatMap((name) => (name ? [[bare(name), one.id]] : []))));
  return {
    actionFields: names(agenda.actionFields, (one) => [one.name]),
    units: names(agenda.units, (one) => one.names.flatMap((name) => [name.name, name.shortName])),
    partners: names(agenda.partners, (one) => [one.name, one.shortName]),
    obligations: names(agenda.obligations, (one) => [one.name, `${one.law} ${one.paragraph}`]),
    newActionFields: new Map(),
    newUnits: new Map(),
  };
}

/** An id made of a name: letters and digits, umlauts written out; numbered when it is taken. */
export function idFrom(name: string, taken: (id: string) => boolean, fallback: string): string {
  const letters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  const plain = name
    .toLocaleLowerCase('de')
    .replaceAll(/[äöüß]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  const base = plain === '' ? fallback : plain;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken(id)) return id;
  }
}

/** The action field of this name; one that does not exist yet is made. */
export function actionFieldNamed(directory: Directory, name: string): string {
  const key = bare(name);
  const known = directory.actionFields.get(key);
  if (known !== undefined) return known;
  const ids = new Set(directory.actionFields.values());
  const id = idFrom(name, (one) => ids.has(one), 'feld');
  directory.actionFields.set(key, id);
  directory.newActionFields.set(id, { id, name, scope: 'administration' });
  return id;
}

/** The unit of this name; one that does not exist yet is made, as an office. */
export function unitNamed(directory: Directory, name: string): string {
  const key = bare(name);
  const known = directory.units.get(key);
  if (known !== undefined) return known;
  const ids = new Set(directory.units.values());
  const id = idFrom(name, (one) => ids.has(one), 'amt');
  directory.units.set(key, id);
  directory.newUnits.set(id, { id, kind: 'office', names: [{ name }] });
  return id;
}

/** Ids of known records; what is not known is left out and named. */
export function knownOnly(names: Names, parts: readonly string[], word: Text): { ids: string[]; hints: Text[] } {
  const ids: string[] = [];
  const hints: Text[] = [];
  for (const part of parts) {
    const id = names.get(bare(part));
    if (id !== undefined) ids.push(id);
    else {
      hints.push({
        de: `${word.de} „${part}“ ist nicht bekannt und wird ausgelassen.`,
        en: `The ${word.en} “${part}” is not known and is left out.`,
      });
    }
  }
  return { ids: [...new Set(ids)], hints };
}
