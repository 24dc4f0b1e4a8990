import { englishDate, germanDate, type Text } from '../../agenda/index.ts';
import {
  type Consultation,
  findReferences,
  type NumberForm,
  type Paper,
  type PaperKind,
  paperByReference,
} from '../../council/index.ts';
import type { Imported, ImportedOf } from './imported.ts';
import { isStatementName, originatorKindIn, paperKindIn, resultIn, roleIn } from './read-words.ts';
import { ITEM_RESULTS } from './words.ts';

/** A file of the other server. */
export interface IncomingFile {
  name: string;
  url: string | null;
  mimeType: string | null;
  on: string | null;
}

/**
 * A paper as another server knows it, in the words of the register. Nothing of it counts before a person has taken it
 * over; what could not be told for certain is missing and named in the hints.
 */
export interface IncomingPaper {
  address: string;
  web: string | null;
  reference: string | null;
  kind: PaperKind | null;
  paperType: string | null;
  name: string;
  receivedOn: string | null;
  originators: Paper['originators'];
  consultations: Consultation[];
  related: string[];
  mainFile: IncomingFile | null;
  /** Files and papers that hold what the administration says about it. */
  statements: IncomingFile[];
  files: IncomingFile[];
  hints: Text[];
  /** `differs`: stands in the register, and the server says more or something else. */
  state: 'new' | 'known' | 'differs' | 'gone';
  /** Key of the paper in the register. */
  paper: string | null;
  differences: Text[];
}

/** What a paper is put together from. */
export interface Surroundings {
  /** Other objects that are here. */
  at: (address: string) => Imported | undefined;
  /** Consultations that name the paper, where the paper does not name them. */
  consultations: readonly ImportedOf<'consultation'>[];
  /** Other papers that name it as theirs. */
  others: readonly ImportedOf<'paper'>[];
  register: readonly Paper[];
  councilBody: string;
  numberForms: readonly NumberForm[];
  statements: 'files' | 'papers' | 'both';
}

const find = <K extends Imported['kind']>({ at }: Surroundings, kind: K, address: string | undefined) => {
  const found = address === undefined ? undefined : at(address);
  return found?.kind === kind ? (found as ImportedOf<K>) : undefined;
};

/** True for a paper that only answers another one: it stands with that one, not by itself. */
export const isStatementPaper = (paper: ImportedOf<'paper'>): boolean =>
  paperKindIn(paper.paperType) === 'statement' && [...paper.superordinated, ...paper.related].length > 0;

/** Puts a paper together from what was read. */
export function incomingPaper(paper: ImportedOf<'paper'>, gone: boolean, around: Surroundings): IncomingPaper {
  const hints: Text[] = [];
  const kind = kindOf(paper, around);
  if (kind === null) hints.push(NO_KIND);
  if (paper.reference === undefined) hints.push(NO_NUMBER);
  const consultations = consultationsOf(paper, around, hints);
  const files = paper.files.flatMap((one) => find(around, 'file', one) ?? []);
  const asFile = around.statements === 'papers' ? [] : files.filter((one) => isStatementName(one.name));
  const known = paper.reference ? paperByReference(around.register, paper.reference) : undefined;
  const main = find(around, 'file', paper.mainFile);
  const incoming = {
    address: paper.address,
    web: paper.web ?? null,
    reference: paper.reference ?? null,
    kind,
    paperType: paper.paperType ?? null,
    name: paper.name,
    receivedOn: paper.on ?? null,
    originators: originatorsOf(paper, around),
    consultations,
    related: paper.related.flatMap((one) => find(around, 'paper', one)?.reference ?? []),
    mainFile: main ? fileOf(main) : null,
    statements: [...asFile.map(fileOf), ...statementPapers(paper, around)],
    files: files.filter((one) => !asFile.includes(one)).map(fileOf),
    hints,
  };
  const differences = known ? differencesOf(known, incoming) : [];
  const state = gone ? 'gone' : known === undefined ? 'new' : differences.length > 0 ? 'differs' : 'known';
  return { ...incoming, state, paper: known?.id ?? null, differences };
}

const fileOf = ({ name, url, mimeType, on }: ImportedOf<'file'>): IncomingFile => ({
  name,
  url: url ?? null,
  mimeType: mimeType ?? null,
  on: on ?? null,
});

/** By its type, else by the form of its number. */
function kindOf({ paperType, reference, name }: ImportedOf<'paper'>, { numberForms }: Surroundings): PaperKind | null {
  const byType = paperKindIn(paperType);
  if (byType !== undefined && byType !== 'statement') return byType;
  const byNumber = reference ? findReferences(reference, numberForms)[0]?.kind : undefined;
  const byName = paperKindIn(name);
  return byNumber ?? (byName === 'statement' ? undefined : byName) ?? null;
}

function originatorsOf(paper: ImportedOf<'paper'>, around: Surroundings): Paper['originators'] {
  return paper.originators.flatMap((one) => {
    const found = find(around, 'organization', one);
    return found ? [{ name: found.name, kind: originatorKindIn(found.name, found.classification) }] : [];
  });
}

/** Statements that are papers of their own below this one. */
function statementPapers(paper: ImportedOf<'paper'>, around: Surroundings): IncomingFile[] {
  if (around.statements === 'files') return [];
  const named = new Set(paper.related);
  return around.others
    .filter((one) => isStatementPaper(one) && (ownersOf(one).includes(paper.address) || named.has(one.address)))
    .map((one) => {
      const main = find(around, 'file', one.mainFile);
      return {
        name: one.name,
        url: main?.url ?? one.web ?? null,
        mimeType: main?.mimeType ?? null,
        on: one.on ?? null,
      };
    });
}

const ownersOf = ({ superordinated, related }: ImportedOf<'paper'>): string[] => [...superordinated, ...related];

/** The way through the bodies in the order of the days; OParl itself has none. */
function consultationsOf(paper: ImportedOf<'paper'>, around: Surroundings, hints: Text[]): Consultation[] {
  const named = paper.consultations.flatMap((one) => find(around, 'consultation', one) ?? []);
  const all = [...new Map([...named, ...around.consultations].map((one) => [one.address, one])).values()];
  const found = all.flatMap((one): Consultation[] => {
    const meeting = find(around, 'meeting', one.meeting);
    const item = find(around, 'agendaItem', one.agendaItem);
    const held = meeting ?? find(around, 'meeting', item?.meeting);
    const body = find(around, 'organization', one.organizations[0] ?? held?.organizations[0])?.name;
    if (body === undefined) return [];
    const role = roleIn(one.role, one.authoritative);
    const result = resultIn(item?.result);
    const words = item?.result !== undefined && item.result !== (result && ITEM_RESULTS[result]) ? item.result : null;
    return [
      {
        body,
        role: role ?? (body === around.councilBody ? 'authoritative' : 'preliminary'),
        ...(held?.on ? { on: held.on } : {}),
        ...(item?.public === undefined ? {} : { public: item.public }),
        ...(result ? { result: result === 'adoptedWithChanges' ? 'adopted' : result } : {}),
        ...(words ? { resultNote: words } : {}),
      },
    ];
  });
  if (found.length < all.length) hints.push(NO_BODY);
  if (new Set(found.filter((one) => one.role === 'authoritative').map((one) => one.body)).size > 1) hints.push(DECIDES);
  return found.sort((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1));
}

/** What the server says and the register does not. */
function differencesOf(known: Paper, { name, consultations }: Pick<IncomingPaper, 'name' | 'consultations'>): Text[] {
  const differences: Text[] = [];
  if (known.name.trim() !== name.trim()) {
    differences.push({ de: `Gegenstand dort: „${name}“`, en: `Subject there: “${name}”` });
  }
  for (const { body, on, result } of consultations) {
    const here = known.consultations.find((one) => one.body === body && (one.on === undefined || one.on === on));
    if (here === undefined && on !== undefined) {
      differences.push({
        de: `Beratung dort: ${body}, ${germanDate(on)}`,
        en: `Consultation there: ${body}, ${englishDate(on)}`,
      });
    } else if (here && on !== undefined && here.on === undefined) {
      differences.push({ de: `Tag dort: ${body}, ${germanDate(on)}`, en: `Day there: ${body}, ${englishDate(on)}` });
    } else if (here && result !== undefined && here.result === undefined) {
      differences.push({ de: `Ergebnis dort: ${body}, ${result}`, en: `Result there: ${body}, ${result}` });
    }
  }
  return differences;
}

const NO_KIND: Text = {
  de: 'Die Art des Papiers ist nicht zu erkennen; bitte wählen.',
  en: 'The kind of the paper cannot be told; please choose.',
};
const NO_NUMBER: Text = {
  de: 'Das Papier hat dort keine Nummer; bitte eintragen.',
  en: 'The paper has no number there; please enter one.',
};
const NO_BODY: Text = {
  de: 'Zu mindestens einer Beratung fehlt das Gremium.',
  en: 'At least one consultation lacks its body.',
};
const DECIDES: Text = {
  de: 'Mehrere Gremien sind dort als entscheidend genannt; bitte prüfen, welches entscheidet.',
  en: 'Several bodies are named there as deciding; please check which one decides.',
};
