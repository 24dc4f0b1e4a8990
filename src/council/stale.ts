import type { Evidence, Run, Statement } from './assessment.ts';
import { runsOf, withRuns } from './runs.ts';
import type { StatementFile } from './statement-file.ts';

/** A figure in the text whose record says something else by now. */
export interface StaleFigure {
  /** Same key = same fact, however often it was computed. */
  key: string;
  /** Number of its evidence in the text. */
  evidence: string;
  inText: string;
  /** What the newest computation says; null when it no longer has such a figure. */
  now: string | null;
}

const figuresIn = (content: Statement): Extract<Run, { kind: 'figure' }>[] =>
  content.blocks.flatMap(runsOf).filter((run): run is Extract<Run, { kind: 'figure' }> => run.kind === 'figure');

/** Figures that the text shows and whose value differs in the newest draft, those kept with a reason left out. */
export function staleFigures(content: Statement, fresh: Statement, kept: StatementFile['kept']): StaleFigure[] {
  const now = new Map(fresh.evidence.map((one) => [one.key, one.value.de]));
  const shown = new Set(figuresIn(content).map((run) => run.evidence));
  return content.evidence
    .filter((one) => shown.has(one.id))
    .map((one) => ({ key: one.key, evidence: one.id, inText: one.value.de, now: now.get(one.key) ?? null }))
    .filter((one) => one.now !== one.inText)
    .filter((one) => !kept.some((other) => other.key === one.key && other.now === (one.now ?? '')));
}

/**
 * The text with the named facts as the newest draft has them. The words around them stay; a figure that is written in
 * several forms (`122`, `122 Personentage`) takes the same forms of the draft, in their order.
 */
export function refreshed(content: Statement, fresh: Statement, keys: readonly string[]): Statement {
  const wanted = new Set(keys);
  const freshByKey = new Map(fresh.evidence.map((one) => [one.key, one]));
  const taken = new Map<string, Evidence>();
  for (const one of content.evidence) {
    const newer = freshByKey.get(one.key);
    if (wanted.has(one.key) && newer) taken.set(one.id, newer);
  }
  const forms = new Map<string, string[]>();
  for (const run of figuresIn(fresh)) forms.set(run.evidence, [...(forms.get(run.evidence) ?? []), run.text]);
  const used = new Map<string, number>();
  const renewed = (run: Run): Run => {
    const newer = run.kind === 'figure' ? taken.get(run.evidence) : undefined;
    if (run.kind !== 'figure' || !newer) return run;
    const place = used.get(run.evidence) ?? 0;
    used.set(run.evidence, place + 1);
    return { ...run, text: forms.get(newer.id)?.[place] ?? newer.value.de, illustrative: newer.illustrative };
  };
  const blocks = content.blocks.map((block) => withRuns(block, renewed));
  return { ...content, blocks, evidence: mergedEvidence(content.evidence, fresh.evidence, taken) };
}

/** Evidence of the text with the taken entries replaced; what these rest on is added under new numbers. */
function mergedEvidence(
  own: readonly Evidence[],
  fresh: readonly Evidence[],
  taken: ReadonlyMap<string, Evidence>,
): Evidence[] {
  const result = new Map(own.map((one) => [one.id, one]));
  const idOfKey = new Map(own.map((one) => [one.key, one.id]));
  const freshById = new Map(fresh.map((one) => [one.id, one]));
  let last = Math.max(0, ...own.map((one) => Number(one.id.slice(1))));
  const place = (one: Evidence): string => {
    const known = idOfKey.get(one.key);
    // What the text shows elsewhere stays as it is there until it is taken over itself.
    if (known) return known;
    const id = `e${++last}`;
    idOfKey.set(one.key, id);
    result.set(id, { ...one, id, restsOn: [] });
    result.set(id, { ...one, id, restsOn: inputsOf(one) });
    return id;
  };
  const inputsOf = (one: Evidence): string[] =>
    one.restsOn.flatMap((id) => {
      const input = freshById.get(id);
      return input ? [place(input)] : [];
    });
  for (const [id, newer] of taken) result.set(id, { ...newer, id, restsOn: inputsOf(newer) });
  return [...result.values()];
}

/**
 * The text that an editor sends back: words are free, figures are not. A figure may be moved, repeated or left out,
 * but only one that the text already has, in a form that it or its card has. Returns the places
 * (block, paragraph) of those that do not exist.
 */
export function unknownFigures(
  blocks: Statement['blocks'],
  known: Statement,
): { block: number; paragraph: number; text: string }[] {
  const nameOf = (id: string, text: string, illustrative: boolean): string => JSON.stringify([id, text, illustrative]);
  const allowed = new Set(figuresIn(known).map((run) => nameOf(run.evidence, run.text, run.illustrative)));
  // A figure that was left out can come back as its card shows it.
  for (const { id, value, illustrative } of known.evidence) allowed.add(nameOf(id, value.de, illustrative));
  const unknown = (run: Run): boolean =>
    run.kind === 'figure' && !allowed.has(nameOf(run.evidence, run.text, run.illustrative));
  return blocks.flatMap((block, b) => {
    const texts = block.paragraphs.map((one) => one.runs);
    // Tables stand below the paragraphs; their places are counted on.
    const tables = (block.tables ?? []).map((table) => table.rows.flat(2));
    return [...texts, ...tables].flatMap((runs, p) =>
      runs.filter(unknown).map((run) => ({ block: b, paragraph: p, text: run.text })),
    );
  });
}
