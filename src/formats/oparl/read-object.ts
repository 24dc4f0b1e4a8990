import type { Text } from '../../agenda/index.ts';
import { addressKey, type Imported, type ImportedKind, importedSchema } from './imported.ts';
import {
  booleanIn,
  dayIn,
  isObject,
  lineIn,
  listIn,
  momentIn,
  type Raw,
  textIn,
  timeIn,
  urlIn,
} from './read-values.ts';

/** What one object of another server gives: itself, those embedded in it, links to others, and what is wrong. */
export interface ReadResult {
  objects: Imported[];
  /** Keys of objects that the server has deleted. */
  deleted: string[];
  /** Addresses that it names and does not embed, with what should be found there. */
  links: { kind: ImportedKind; url: string }[];
  faults: Text[];
}

const KINDS: Record<string, ImportedKind> = {
  organization: 'organization',
  paper: 'paper',
  consultation: 'consultation',
  meeting: 'meeting',
  agendaitem: 'agendaItem',
  file: 'file',
  document: 'file',
};

/** The kind that a type names, in whatever version and with whatever host: `https://schema.oparl.org/1.0/Paper`. */
function kindOf(raw: Raw, expected: ImportedKind): ImportedKind {
  const name = typeof raw.type === 'string' ? raw.type.split(/[/#:]/).at(-1)?.toLowerCase() : undefined;
  return KINDS[name ?? ''] ?? expected;
}

/**
 * Reads one object tolerantly: OParl 1.0 and 1.1, embedded or linked. What has no address, or lacks what makes it
 * usable, becomes a fault with its place; nothing is ever thrown.
 *
 * @param place where it stood, for the fault: the page of the list
 */
export function readObject(raw: unknown, expected: ImportedKind, place: string): ReadResult {
  const result: ReadResult = { objects: [], deleted: [], links: [], faults: [] };
  new Reader(result).read(raw, expected, place, undefined);
  return result;
}

/** Objects within one another; a paper with its consultation, its item and that item's file has four. */
const MOST_DEPTH = 6;

class Reader {
  readonly #result: ReadResult;
  #depth = 0;

  constructor(result: ReadResult) {
    this.#result = result;
  }

  /** Reads an object, and returns its key; undefined if it is of no use. */
  read(raw: unknown, expected: ImportedKind, place: string, back: Partial<Imported> | undefined): string | undefined {
    if (!isObject(raw) || this.#depth >= MOST_DEPTH) {
      this.#fault(place, 'ist kein brauchbares Objekt und wird ausgelassen.', 'is no usable object and is left out.');
      return undefined;
    }
    // An embedded object may come without an address; then its place is its key.
    const id = urlIn(raw.id, place) ?? (back === undefined ? undefined : place);
    if (id === undefined) {
      this.#fault(
        place,
        'enthält ein Objekt ohne Adresse; es wird ausgelassen.',
        'holds an object without an address.',
      );
      return undefined;
    }
    const address = addressKey(id);
    if (booleanIn(raw.deleted)) {
      this.#result.deleted.push(address);
      return undefined;
    }
    const kind = kindOf(raw, expected);
    const web = urlIn(raw.web, id);
    const modified = momentIn(raw.modified);
    this.#depth++;
    const object = { ...back, ...this.#fields(kind, raw, id), kind, address };
    this.#depth--;
    const whole = { ...object, ...(modified ? { modified } : {}), ...(web ? { web } : {}) };
    const parsed = importedSchema.safeParse(JSON.parse(JSON.stringify(whole)));
    if (parsed.success) this.#result.objects.push(parsed.data);
    else {
      const what = parsed.error.issues[0]?.path.join('.') ?? '';
      this.#fault(
        id,
        `wird ausgelassen: „${what}“ fehlt oder ist unbrauchbar.`,
        `is left out: "${what}" is of no use.`,
      );
    }
    return address;
  }

  #fields(kind: ImportedKind, raw: Raw, id: string): object {
    switch (kind) {
      case 'organization':
        return {
          name: lineIn(raw.name) ?? lineIn(raw.shortName),
          classification: lineIn(raw.classification) ?? lineIn(raw.organizationType),
        };
      case 'paper':
        return this.#paper(raw, id);
      case 'consultation':
        return {
          ...this.#one('paper', raw.paper, id, 'paper'),
          organizations: this.#many(raw.organization, id, 'organization'),
          ...this.#one('meeting', raw.meeting, id, 'meeting'),
          ...this.#one('agendaItem', raw.agendaItem, id, 'agendaItem'),
          role: lineIn(raw.role),
          authoritative: booleanIn(raw.authoritative),
        };
      case 'meeting':
        return {
          name: lineIn(raw.name),
          on: dayIn(raw.start),
          time: timeIn(raw.start),
          place: placeIn(raw),
          cancelled: booleanIn(raw.cancelled) ?? false,
          organizations: this.#many(raw.organization, id, 'organization'),
          items: this.#many(raw.agendaItem, id, 'agendaItem', { meeting: addressKey(id) }),
        };
      case 'agendaItem':
        return {
          ...this.#one('meeting', raw.meeting, id, 'meeting'),
          number: lineIn(raw.number),
          order: Number.isSafeInteger(raw.order) ? raw.order : undefined,
          name: lineIn(raw.name) ?? lineIn(raw.title),
          public: booleanIn(raw.public),
          ...this.#one('consultation', raw.consultation, id, 'consultation'),
          result: lineIn(raw.result),
          resolutionText: textIn(raw.resolutionText, 20_000),
        };
      case 'file':
        return {
          name: lineIn(raw.name) ?? lineIn(raw.fileName) ?? 'Datei',
          url: urlIn(raw.downloadUrl, id) ?? urlIn(raw.accessUrl, id),
          mimeType: lineIn(raw.mimeType),
          on: dayIn(raw.date),
        };
    }
  }

  #paper(raw: Raw, id: string): object {
    const main = this.#many(raw.mainFile, id, 'file')[0];
    const originators = [...listIn(raw.originatorOrganization), ...listIn(raw.originator)];
    return {
      name: lineIn(raw.name) ?? lineIn(raw.reference),
      reference: lineIn(raw.reference),
      on: dayIn(raw.date) ?? dayIn(raw.publishedDate),
      paperType: lineIn(raw.paperType),
      // Persons are not taken over; their addresses lead to no organization and are left out later.
      originators: originators.flatMap((one) => keyOf(one, id) ?? []),
      related: listIn(raw.relatedPaper).flatMap((one) => keyOf(one, id) ?? []),
      superordinated: listIn(raw.superordinatedPaper).flatMap((one) => keyOf(one, id) ?? []),
      mainFile: main,
      files: this.#many(raw.auxiliaryFile, id, 'file'),
      consultations: this.#many(raw.consultation, id, 'consultation', { paper: addressKey(id) }),
    };
  }

  /** Keys of objects that are embedded or linked. A text that is the address of a whole list is a link of its own. */
  #many(value: unknown, id: string, kind: ImportedKind, back: Partial<Imported> = {}): string[] {
    return listIn(value).flatMap((one, index) => {
      if (isObject(one)) return this.read(one, kind, `${addressKey(id)}#fahrplan-${kind}-${index}`, back) ?? [];
      const url = urlIn(one, id);
      if (url === undefined) return [];
      this.#result.links.push({ kind, url });
      return [addressKey(url)];
    });
  }

  /** The same for one object, under its name; nothing if there is none, so that a reference back is kept. */
  #one(name: string, value: unknown, id: string, kind: ImportedKind): object {
    const key = this.#many(value, id, kind)[0];
    return key === undefined ? {} : { [name]: key };
  }

  #fault(place: string, de: string, en: string): void {
    const shown = place.slice(0, 200);
    this.#result.faults.push({ de: `${shown} ${de}`, en: `${shown} ${en}` });
  }
}

function keyOf(value: unknown, base: string): string | undefined {
  const url = urlIn(isObject(value) ? value.id : value, base);
  return url && addressKey(url);
}

/** Room and place of a meeting, of which 1.0 and 1.1 have several writings. */
function placeIn({ location, locality, room }: Raw): string | undefined {
  const parts = isObject(location)
    ? [location.room, location.description, location.streetAddress, location.locality]
    : [room, location, locality];
  const texts = parts.flatMap((part) =>
    typeof part === 'string' && /^https?:/.test(part) ? [] : (lineIn(part) ?? []),
  );
  return lineIn([...new Set(texts)].join(', '));
}
