import type { Agenda, Provenance, Text } from '../agenda/index.ts';
import type { Evidence, RecordRef, Run, Sentence } from './assessment.ts';

/**
 * Figures bound to what they rest on. A figure is made once, with its derivation and inputs, and then put into
 * sentences; the ledger numbers it where it is first used. A computed figure is illustrative as soon as one of its
 * inputs is: nobody can forget the mark.
 */
export interface Figure {
  /** Same key = same evidence, however often and in whatever words it is shown. */
  key: string;
  /** As the text shows it here. */
  value: Text;
  /** As the evidence card shows it. */
  cardValue: Text;
  derivation: Text;
  refs: readonly RecordRef[];
  inputs: readonly Figure[];
  provenance: Evidence['provenance'];
  illustrative: boolean;
  source: Evidence['source'];
}

export interface FigureSpec {
  key: string;
  value: Text;
  derivation: Text;
  refs?: readonly RecordRef[];
  inputs?: readonly Figure[];
  provenance?: Evidence['provenance'];
  /** True when the figure's own record is illustrative; inputs are looked at anyway. */
  illustrative?: boolean;
  source?: Evidence['source'];
}

export function figure(spec: FigureSpec): Figure {
  const inputs = spec.inputs ?? [];
  const illustrative = spec.illustrative === true || inputs.some((input) => input.illustrative);
  const provenance = spec.provenance ?? 'computed';
  return {
    key: spec.key,
    value: spec.value,
    cardValue: spec.value,
    derivation: spec.derivation,
    refs: spec.refs ?? [],
    inputs,
    provenance: illustrative && provenance !== 'computed' ? 'illustrative' : provenance,
    illustrative,
    source: spec.source ?? null,
  };
}

/** The same evidence in other words: `122` beside `122 Personentage`. */
export function shownAs(of: Figure, value: Text): Figure {
  return { ...of, value };
}

/** Where a value of a record comes from, ready for a figure's spec. */
export function origin(
  agenda: Agenda,
  provenance: Provenance | undefined,
): Pick<FigureSpec, 'provenance' | 'illustrative' | 'source'> {
  if (provenance === undefined) return { provenance: 'unknown' };
  if (provenance.kind === 'illustrative') return { provenance: 'illustrative', illustrative: true };
  if (provenance.kind === 'entered') return { provenance: 'entered' };
  return { provenance: 'sourced', source: sourceOf(agenda, provenance.source) };
}

/** A source record as evidence names it; null if the agenda does not know it. */
export function sourceOf(agenda: Agenda, id: string | undefined): Evidence['source'] {
  const found = agenda.sources.find((source) => source.id === id);
  return found ? { id: found.id, title: found.title, date: found.date ?? null } : null;
}

/** What may stand in a sentence: words, words in both languages, figures, and sentences made before. */
export type Part = string | Text | Figure | Sentence | readonly Run[];

type Template = (strings: TemplateStringsArray, ...parts: readonly Part[]) => Run[];

/** Writes sentences with bound figures and numbers their evidence. */
export interface Ledger {
  /** Tagged template: ``ledger.de`ab ${start} möglich` ``. Runs name their figure by its key until they are settled. */
  de: Template;
  en: Template;
  /**
   * Gives every figure in a finished text (any structure of runs) its number, in the order in which a reader meets
   * it, and lists the evidence: figures that the text shows first, then those that they rest on.
   */
  settle<T>(text: T): { text: T; evidence: Evidence[] };
}

function isFigure(part: Part): part is Figure {
  return typeof part === 'object' && 'key' in part;
}

function isRuns(part: Part): part is readonly Run[] {
  return Array.isArray(part);
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (run.kind === 'words' && run.text === '') return;
  if (run.kind === 'words' && last?.kind === 'words') last.text += run.text;
  else runs.push({ ...run });
}

export function createLedger(): Ledger {
  const known = new Map<string, Figure>();

  const partRuns = (part: Part, language: keyof Text): readonly Run[] => {
    if (typeof part === 'string') return [{ kind: 'words', text: part }];
    if (isRuns(part)) return part;
    if (isFigure(part)) {
      known.set(part.key, part);
      return [{ kind: 'figure', text: part.value[language], evidence: part.key, illustrative: part.illustrative }];
    }
    const words = part[language];
    return typeof words === 'string' ? [{ kind: 'words', text: words }] : words;
  };

  const template =
    (language: keyof Text): Template =>
    (strings, ...parts) => {
      const runs: Run[] = [];
      strings.forEach((text, at) => {
        append(runs, { kind: 'words', text });
        const part = parts[at];
        if (part !== undefined) for (const run of partRuns(part, language)) append(runs, run);
      });
      return runs;
    };

  return { de: template('de'), en: template('en'), settle: (text) => settled(text, known) };
}

function settled<T>(text: T, known: ReadonlyMap<string, Figure>): { text: T; evidence: Evidence[] } {
  const numbers = new Map<string, { id: string; figure: Figure }>();
  const use = (of: Figure): string => {
    const used = numbers.get(of.key);
    if (used) return used.id;
    const id = `e${numbers.size + 1}`;
    numbers.set(of.key, { id, figure: of });
    return id;
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if (isBoundRun(value)) {
      const of = known.get(value.evidence);
      if (!of) throw new Error(`figure without evidence: ${value.evidence}`);
      return { ...value, evidence: use(of) };
    }
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walk(entry)]));
  };
  const result = walk(text) as T;
  // A map grows while it is walked: inputs get their numbers after all figures that the text itself shows.
  return { text: result, evidence: Array.from(numbers.values(), ({ id, figure: of }) => entryOf(id, of, use)) };
}

type BoundRun = Extract<Run, { kind: 'figure' }>;

function isBoundRun(value: object): value is BoundRun {
  return 'kind' in value && value.kind === 'figure' && 'evidence' in value && typeof value.evidence === 'string';
}

function entryOf(id: string, of: Figure, use: (input: Figure) => string): Evidence {
  return {
    id,
    key: of.key,
    value: of.cardValue,
    derivation: of.derivation,
    refs: [...of.refs],
    restsOn: of.inputs.map(use),
    provenance: of.provenance,
    illustrative: of.illustrative,
    source: of.source,
  };
}

/** The same words in both languages, or words without figures, as a sentence. */
export function plainSentence(text: Text): Sentence {
  return { de: [{ kind: 'words', text: text.de }], en: [{ kind: 'words', text: text.en }] };
}

/** A sentence as plain text; with `mark`, illustrative figures carry it: `122 PT◇`. */
export function textOf(runs: readonly Run[], mark = ''): string {
  return runs.map((run) => (run.kind === 'figure' && run.illustrative ? run.text + mark : run.text)).join('');
}
