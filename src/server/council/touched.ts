import type { Agenda } from '../../agenda/index.ts';
import { mergedSuggestions, type Paper, type PointResult, type Relation, titleOf } from '../../council/index.ts';
import { type CityTransaction, suggestRelated } from '../../store/index.ts';

/** The database is asked for so many records more than are shown: some of them the session may not see. */
const SPARE = 10;
const MOST = 5;

/**
 * Points with what they may touch as the assessment and the database find it: the one opens compounds, the other compares spellings, and
 * together they find more than each alone (docs/decisions/0013). Only what stands in this agenda and among these papers is named.
 */
export async function withTouched(
  tx: CityTransaction,
  agenda: Agenda,
  others: readonly Paper[],
  points: readonly PointResult[],
): Promise<PointResult[]> {
  const known = {
    project: agenda.projects,
    need: agenda.needs,
    obligation: agenda.obligations,
    strategy: agenda.strategies,
    commitment: agenda.commitments,
    paper: others,
  };
  const isKnown = ({ kind, id }: Relation) => known[kind].some((one) => one.id === id);
  const lists = await suggestRelated(
    tx,
    points.map((point) => point.text),
    MOST + SPARE,
  );
  return points.map((point, index) => {
    const found = (lists[index] ?? [])
      .map(({ kind, id, score, matchedWords }) => ({ relation: { kind, id }, score, matchedWords }))
      .filter(({ relation }) => isKnown(relation))
      .slice(0, MOST)
      .map((one) => ({ ...one, title: titleOf(agenda, others, one.relation) }));
    return { ...point, suggestions: mergedSuggestions(point.suggestions, found) };
  });
}
