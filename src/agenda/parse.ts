import type { z } from 'zod';
import { AGENDA_FORMAT, AGENDA_FORMAT_VERSION, type Agenda, agendaCollections, agendaSchema } from './agenda.ts';
import { checkAgenda } from './check.ts';
import { type Fault, type FaultPath, fault } from './fault.ts';
import { shapeFaults, valueAt } from './shape-faults.ts';
import type { Text } from './text.ts';

/** What other programs and older versions may put before us, by the file's `format`. */
const formatWords = new Map<unknown, Text>([
  ['fahrplan-agenda', { de: 'eine Agenda', en: 'an agenda' }],
  ['fahrplan-paper', { de: 'eine Ratsvorlage', en: 'a council paper' }],
  ['fahrplan-answer', { de: 'eine Antwort', en: 'an answer' }],
  ['fahrplan-statement', { de: 'eine Stellungnahme', en: 'a statement' }],
]);

/** A file that is no file of ours, one of another kind, or one of a later program. */
export function formatFault(json: unknown, format: string, version: number): Fault | undefined {
  const want = formatWords.get(format) ?? { de: format, en: format };
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return fault(
      'wrongFormat',
      [],
      `Die Datei enthält kein Objekt { … }; erwartet wird ${want.de} mit "format": "${format}".`,
      `The file holds no object { … }; expected is ${want.en} with "format": "${format}".`,
    );
  }
  const found = valueAt(json, ['format']);
  if (found !== format) {
    const other = formatWords.get(found);
    return fault(
      'wrongFormat',
      ['format'],
      other
        ? `Die Datei enthält ${other.de} ("format": ${JSON.stringify(found)}), erwartet wird ${want.de} ("${format}"); bitte die richtige Datei angeben.`
        : `Die Datei ist nicht als ${want.de} gekennzeichnet; bitte die richtige Datei angeben oder "format": "${format}" eintragen.`,
      other
        ? `The file holds ${other.en} ("format": ${JSON.stringify(found)}), expected is ${want.en} ("${format}"); please name the right file.`
        : `The file is not marked as ${want.en}; please name the right file or enter "format": "${format}".`,
    );
  }
  const given = valueAt(json, ['version']);
  if (typeof given !== 'number' || given <= version) return undefined;
  return fault(
    'newerVersion',
    ['version'],
    `Die Datei hat die Formatversion ${given}, dieses Programm kennt nur bis ${version}; bitte Fahrplan aktualisieren.`,
    `The file has format version ${given}, this program knows versions up to ${version} only; please update Fahrplan.`,
  );
}

/**
 * Reads an agenda from parsed JSON: shapes first, then the rules of {@link checkAgenda}. Rules also run on what is
 * sound in a file with wrong shapes, so that one reading reports everything.
 */
export function parseAgenda(json: unknown): { agenda: Agenda } | { faults: Fault[] } {
  const wrong = formatFault(json, AGENDA_FORMAT, AGENDA_FORMAT_VERSION);
  if (wrong) return { faults: [wrong] };
  const parsed = agendaSchema.safeParse(json);
  if (!parsed.success)
    return { faults: [...shapeFaults(parsed.error, json), ...faultsOfSoundPart(json, parsed.error)] };
  const faults = checkAgenda(parsed.data);
  return faults.length > 0 ? { faults } : { agenda: parsed.data };
}

/**
 * Faults by rule among the records that are well formed. Records with wrong shapes are left out; what refers to them
 * is not called unknown.
 */
function faultsOfSoundPart(json: unknown, error: z.ZodError): Fault[] {
  const sound = { ...(json as Record<string, unknown>) };
  const broken = new Map<string, Set<number>>(agendaCollections.map((one) => [one, new Set()]));
  for (const issue of error.issues) {
    const [collection, position] = issue.path;
    const positions = broken.get(String(collection));
    if (positions && typeof position === 'number') positions.add(position);
    else if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
      for (const key of issue.keys) delete sound[key];
    else return [];
  }
  const places = new Map<string, number[]>();
  const leftOut = new Set<unknown>();
  for (const [collection, positions] of broken) {
    const records = sound[collection];
    if (!Array.isArray(records) || positions.size === 0) continue;
    const kept = [...records.keys()].filter((i) => !positions.has(i));
    for (const i of positions) leftOut.add(valueAt(records[i], ['id']));
    sound[collection] = kept.map((i) => records[i]);
    places.set(collection, kept);
  }
  const parsed = agendaSchema.safeParse(sound);
  if (!parsed.success) return [];
  return checkAgenda(parsed.data)
    .map((one) => ({ ...one, path: inFile(one.path, places) }))
    .filter((one) => one.code !== 'unknownId' || !leftOut.has(idAt(json, one.path)));
}

/** A path in the sound part as a path in the file, where positions count the broken records too. */
function inFile(path: FaultPath, places: ReadonlyMap<string, readonly number[]>): FaultPath {
  const position = typeof path[1] === 'number' ? places.get(String(path[0]))?.[path[1]] : undefined;
  return position === undefined ? path : path.with(1, position);
}

/** The id that a path points to: the value there, or the last key where ids are keys (`effortTenths`, `work`). */
function idAt(json: unknown, path: FaultPath): unknown {
  const value = valueAt(json, path);
  return typeof value === 'string' ? value : path.at(-1);
}
