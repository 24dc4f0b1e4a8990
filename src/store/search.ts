import { type RawBuilder, sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { TABLES } from './kinds.ts';

/** A record that shares telling words with a text. */
interface Related<Kind extends string> {
  kind: Kind;
  id: string;
  title: string;
  /** The text's own words that were found in the record, the most telling first. */
  matchedWords: string[];
  /** Share of the text's telling words that the record covers, 0 to 1. */
  score: number;
}

/** What a motion may touch, and the table of each. */
const TOUCHED = {
  project: TABLES.projects,
  need: TABLES.needs,
  obligation: TABLES.obligations,
  strategy: TABLES.strategies,
  commitment: TABLES.commitments,
  paper: TABLES.papers,
} as const;

/** Everything that is searched; records of talks are not, because not everybody may know of them. */
export const SEARCHED = {
  ...TOUCHED,
  unit: TABLES.units,
  team: TABLES.teams,
  budgetLine: TABLES.budgetLines,
  stage: TABLES.stages,
  actionField: TABLES.actionFields,
  goal: TABLES.goals,
  template: TABLES.templates,
  prerequisite: TABLES.prerequisites,
  partner: TABLES.partners,
  peerCity: TABLES.peerCities,
  scenario: TABLES.scenarios,
  source: TABLES.sources,
} as const;

/** A record that a text may touch. A suggestion only: a person decides. */
export type Suggestion = Related<keyof typeof TOUCHED>;

const documentsOf = (tables: Record<string, string>): RawBuilder<unknown> =>
  sql.join(
    Object.entries(tables).map(
      ([kind, table]) => sql`SELECT ${sql.lit(kind)} AS kind, id, title, words FROM ${sql.table(table)}`,
    ),
    sql` UNION ALL `,
  );
const TOUCHED_DOCUMENTS = documentsOf(TOUCHED);

/**
 * How close a word of a record (`spelling.lexeme`) is to one of the text (`asked`), 0 to 1. Equal stems count in full; a
 * stem that is part of a longer one (`Geodaten` in `Geodatenportal`) counts by 0.7, because German joins words.
 */
const SAME_OR_PART = sql`
  WHEN spelling.lexeme = asked.stem THEN 1.0
  WHEN least(length(spelling.lexeme), length(asked.stem)) >= 5
    AND (strpos(spelling.lexeme, asked.stem) > 0 OR strpos(asked.stem, spelling.lexeme) > 0) THEN 0.7`;

/** A similar word (trigrams, from the same first three letters) counts by its similarity. */
const SIMILAR = sql`
  WHEN left(spelling.lexeme, 3) = left(asked.stem, 3) AND similarity(spelling.lexeme, asked.stem) >= 0.5
    THEN 0.7 * similarity(spelling.lexeme, asked.stem)`;

/**
 * Records of this city that share telling words with each of the texts (the points of a motion), best first; one list for
 * each text, asked in one question.
 *
 * A word is compared by its German stem. Rare words tell more than frequent ones: ln(1 + N / n), the inverse document
 * frequency of Spärck Jones (1972). A word in the title counts double.
 */
export async function suggestRelated(
  tx: CityTransaction,
  texts: readonly string[],
  limit = 10,
): Promise<Suggestion[][]> {
  const { rows } = await related(texts, limit).execute(tx);
  const lists = texts.map((): Suggestion[] => []);
  for (const { nr, ...one } of rows) lists[nr]?.push(one);
  return lists;
}

const related = (texts: readonly string[], limit: number) => sql<Suggestion & { nr: number }>`
    WITH document AS (${TOUCHED_DOCUMENTS}),
    lexeme AS (
      SELECT kind, id, l.lexeme, 'A' = ANY (l.weights) AS in_title FROM document, unnest(words) AS l
    ),
    asked AS (
      SELECT nr, stem, min(word) AS word FROM (
        SELECT nr, word, (tsvector_to_array(to_tsvector('german', word)))[1] AS stem
        FROM unnest(${texts.map((one) => one.slice(0, 20_000))}::text[]) WITH ORDINALITY AS given (text, nr),
          regexp_split_to_table(text, '[^[:alnum:]]+') AS word WHERE length(word) > 2
      ) AS stemmed WHERE stem IS NOT NULL GROUP BY nr, stem
    ),
    hit AS (
      SELECT asked.stem, spelling.lexeme, CASE ${SAME_OR_PART} ${SIMILAR} ELSE 0 END AS closeness
      FROM (SELECT DISTINCT stem FROM asked) AS asked, (SELECT DISTINCT lexeme FROM lexeme) AS spelling
    ),
    found AS (
      SELECT lexeme.kind, lexeme.id, hit.stem,
        max(hit.closeness * CASE WHEN lexeme.in_title THEN 1.0 ELSE 0.5 END) AS closeness
      FROM hit JOIN lexeme USING (lexeme) WHERE hit.closeness > 0 GROUP BY 1, 2, 3
    ),
    weight AS (
      SELECT hit.stem, ln(1 + (SELECT count(*) FROM document)::float8 / greatest(count(found.id), 1)) AS telling
      FROM (SELECT DISTINCT stem FROM asked) AS hit LEFT JOIN found USING (stem) GROUP BY hit.stem
    ),
    whole AS (SELECT nr, sum(telling) AS telling FROM asked JOIN weight USING (stem) GROUP BY nr),
    scored AS (
      SELECT asked.nr, document.kind, document.id, document.title,
        array_agg(asked.word ORDER BY found.closeness * weight.telling DESC, asked.word) AS "matchedWords",
        round((sum(found.closeness * weight.telling) / whole.telling)::numeric, 3)::float8 AS score
      FROM asked JOIN whole USING (nr) JOIN found USING (stem) JOIN weight USING (stem) JOIN document USING (kind, id)
      GROUP BY asked.nr, whole.telling, document.kind, document.id, document.title
    ),
    ranked AS (
      SELECT *, row_number() OVER (PARTITION BY nr ORDER BY score DESC, kind, id) AS rank FROM scored
    )
    SELECT nr::int - 1 AS nr, kind, id, title, "matchedWords", score FROM ranked WHERE rank <= ${limit} ORDER BY nr, rank`;
