import type { Text } from '../../agenda/index.ts';
import {
  addressKey,
  type BodyLists,
  type Imported,
  type ImportedKind,
  isRaw,
  parseAnswer,
  readBody,
  readObject,
  readPage,
  readSystem,
} from '../../formats/index.ts';
import { FetchRefusal } from '../fetch/refusal.ts';
import { type Budget, BudgetSpent, type RunLimits } from './budget.ts';

/** What a step of a run has brought. */
export interface Batch {
  objects: Imported[];
  deleted: string[];
  faults: Text[];
  /** A list that was read to its end: from now on only its changes are asked for. */
  finished?: string;
}

export interface CrawlOptions {
  address: string;
  /** Changes since when are asked for, by the address of the list; undefined = everything. */
  since: (list: string) => string | undefined;
  /** Objects that are already here, of those keys: they are not fetched one by one. */
  known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  limits: RunLimits;
}

/**
 * Reads an OParl server: system, bodies, their lists page by page, then objects that are only linked. A hole is named
 * and left out; only a server that cannot be read at all throws ({@link FetchRefusal}, or an Error with a text).
 */
export async function* crawl(budget: Budget, options: CrawlOptions): AsyncGenerator<Batch> {
  const seen = new Set<string>();
  const links = new Map<string, { kind: ImportedKind; url: string }>();
  const take = (raw: unknown, kind: ImportedKind, place: string): Batch => {
    const { objects, deleted, links: found, faults } = readObject(raw, kind, place);
    for (const one of objects) seen.add(one.address);
    for (const link of found) if (!listed.has(link.kind)) links.set(addressKey(link.url), link);
    return { objects, deleted, faults };
  };
  const listed = new Set<ImportedKind>();
  try {
    for (const body of await bodiesOf(budget, options.address)) {
      for (const one of body.lists) listed.add(one.kind);
      yield joined(body.embedded.map((one) => take(one.raw, one.kind, body.address)));
      for (const list of body.lists) yield* pagesOf(budget, list, options, take);
    }
    yield* singlesOf(budget, links, seen, options, take);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    yield { objects: [], deleted: [], faults: [error.text] };
  }
}

type Take = (raw: unknown, kind: ImportedKind, place: string) => Batch;

const joined = (batches: readonly Batch[]): Batch => ({
  objects: batches.flatMap((one) => one.objects),
  deleted: batches.flatMap((one) => one.deleted),
  faults: batches.flatMap((one) => one.faults),
});

const faulty = (text: Text): Batch => ({ objects: [], deleted: [], faults: [text] });

/** The address is no OParl server. */
export class NoOparl extends Error {
  readonly text: Text;

  constructor(url: string) {
    const text = {
      de: `${url} ist keine OParl-Schnittstelle: Erwartet wird die Adresse des Systems, die JSON mit „body“ liefert.`,
      en: `${url} is no OParl interface: expected is the address of the system, which gives JSON with "body".`,
    };
    super(text.en);
    this.text = text;
  }
}

const MOST_BODIES = 20;

async function bodiesOf(budget: Budget, address: string): Promise<BodyLists[]> {
  const fetched = await budget.fetchEither(address);
  const system = readSystem(parseAnswer(fetched.bytes), fetched.url);
  if (system === undefined) throw new NoOparl(address);
  const bodies: BodyLists[] = [];
  for (const one of system.bodies.slice(0, MOST_BODIES)) {
    if (typeof one !== 'string') bodies.push(readBody(one, fetched.url));
    else {
      const answer = await budget.fetchEither(one);
      const parsed = parseAnswer(answer.bytes);
      const found = readPage(parsed, answer.url)?.objects ?? [parsed];
      bodies.push(
        ...found
          .slice(0, MOST_BODIES)
          .filter(isRaw)
          .map((raw) => readBody(raw, answer.url)),
      );
    }
  }
  if (bodies.every((one) => one.lists.length + one.embedded.length === 0)) throw new NoOparl(address);
  return bodies;
}

/** One list to its end, or as far as it can be read. */
async function* pagesOf(
  budget: Budget,
  { kind, url }: { kind: ImportedKind; url: string },
  { since, limits }: CrawlOptions,
  take: Take,
): AsyncGenerator<Batch> {
  const visited = new Set<string>();
  const met = new Set<string>();
  const changes = since(addressKey(url));
  let next: string | undefined = changes ? withParameter(url, 'modified_since', changes) : url;
  while (next !== undefined) {
    if (visited.has(next)) return yield faulty(loop(next));
    if (visited.size >= limits.pages) return yield faulty(endless(url));
    visited.add(next);
    const page = await pageAt(budget, next);
    if ('refused' in page && visited.size === 1 && changes) {
      // A server that does not know the parameter refuses it; then everything is read.
      yield faulty(page.refused);
      next = url;
      continue;
    }
    if ('refused' in page) return yield faulty(page.refused);
    const batch = joined(page.objects.map((raw) => take(raw, kind, page.url)));
    const keys = [...batch.objects.map((one) => one.address), ...batch.deleted];
    const isNew = keys.some((key) => !met.has(key));
    for (const key of keys) met.add(key);
    yield batch;
    // A list that goes on for ever under new addresses, and brings nothing new.
    if (page.next !== undefined && !isNew) return yield faulty(loop(page.next));
    next = page.next;
  }
  yield { objects: [], deleted: [], faults: [], finished: addressKey(url) };
}

async function pageAt(
  budget: Budget,
  url: string,
): Promise<{ objects: readonly unknown[]; next: string | undefined; url: string } | { refused: Text }> {
  try {
    const fetched = await budget.fetchEither(url);
    const page = readPage(parseAnswer(fetched.bytes), fetched.url);
    return page ? { ...page, url: fetched.url } : { refused: noList(url) };
  } catch (error) {
    if (error instanceof FetchRefusal) return { refused: error.text };
    throw error;
  }
}

/** Objects that others name and no list has (OParl 1.0 with links instead of embedded objects), one by one. */
async function* singlesOf(
  budget: Budget,
  links: ReadonlyMap<string, { kind: ImportedKind; url: string }>,
  seen: ReadonlySet<string>,
  { known, limits }: CrawlOptions,
  take: Take,
): AsyncGenerator<Batch> {
  const tried = new Set<string>();
  while (tried.size < limits.single) {
    const open = [...links].filter(([key]) => !seen.has(key) && !tried.has(key));
    const here = await known(open.map(([key]) => key));
    const wanted = open.filter(([key]) => !here.has(key)).slice(0, limits.single - tried.size);
    if (wanted.length === 0) return;
    for (const [key, { kind, url }] of wanted) {
      tried.add(key);
      try {
        const fetched = await budget.fetchEither(url);
        yield take(parseAnswer(fetched.bytes), kind, fetched.url);
      } catch (error) {
        if (!(error instanceof FetchRefusal)) throw error;
        yield faulty(error.text);
      }
    }
  }
}

function withParameter(url: string, name: string, value: string): string {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed.href;
}

const loop = (url: string): Text => ({
  de: `Schleife: ${url} führt auf Seiten zurück, die schon gelesen sind. Der Rest der Liste fehlt.`,
  en: `Loop: ${url} leads back to pages that were read already. The rest of the list is missing.`,
});
const endless = (url: string): Text => ({
  de: `Die Liste ${url} hat mehr Seiten, als gelesen werden.`,
  en: `The list ${url} has more pages than are read.`,
});
const noList = (url: string): Text => ({
  de: `${url} liefert keine Liste; sie wird ausgelassen.`,
  en: `${url} gives no list; it is left out.`,
});
