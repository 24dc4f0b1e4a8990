import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';

/** A record that a text may touch. A suggestion only: a person decides. */
export type Suggestion = {
  kind: 'project' | 'need' | 'obligation' | 'strategy' | 'commitment' | 'paper';
  id: string;
  title: string;
  /** The text's own words that were found in the record, the most telling first. */
  matchedWords: string[];
  /** Share of the text's telling words that the record covers, 0 to 1. */
  score: number;
};

const KINDS = ['project', 'need', 'obligation', 'strategy', 'commitment', 'paper'] as const;

const DOCUMENTS = sql.join(
  KINDS.map((kind) => sql`SELECT ${sql.lit(kind)} AS kind, id, title, words FROM ${sql.table(kind)}`),
  sql` UNION ALL `,
);

/**
 * Records of this city that share telling words with a text (a point of a motion), best first.
 *
 * A word is compared by its German stem. Equal stems count in full; a stem that is part of a longer one (`Geodaten` in
 * `Geodatenportal`) counts by 0.7, because German joins words; a similar one (trigrams, from the same first three
 * letters) counts by its similarity. Rare words tell more than frequent ones: ln(1 + N / n), the inverse document
 * frequency of Spärck Jones (1972). A word in the title counts double.
 */
export async function suggestRelated(tx: CityTransaction, text: string, limit = 10): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`
    WITH document AS (${DOCUMENTS}),
    lexeme AS (
      SELECT kind, id, l.lexeme, 'A' = ANY (l.weights) AS in_title FROM document, unnest(words) AS l
    ),
    asked AS (
      SELECT stem, min(word) AS word FROM (
        SELECT word, (tsvector_to_array(to_tsvector('german', word)))[1] AS stem
        FROM regexp_split_to_table(${text.slice(0, 20_000)}, '[^[:alnum:]]+') AS word WHERE length(word) > 2
      ) AS stemmed WHERE stem IS NOT NULL GROUP BY stem
    ),
    hit AS (
      SELECT asked.stem, asked.word, spelling.lexeme,
        CASE WHEN spelling.lexeme = asked.stem THEN 1.0
          WHEN least(length(spelling.lexeme), length(asked.stem)) >= 5
            AND (strpos(spelling.lexeme, asked.stem) > 0 OR strpos(asked.stem, spelling.lexeme) > 0) THEN 0.7
          WHEN left(spelling.lexeme, 3) = left(asked.stem, 3) AND similarity(spelling.lexeme, asked.stem) >= 0.5
            THEN 0.7 * similarity(spelling.lexeme, asked.stem)
          ELSE 0 END AS closeness
      FROM asked, (SELECT DISTINCT lexeme FROM lexeme) AS spelling
    ),
    found AS (
      SELECT lexeme.kind, lexeme.id, hit.stem, hit.word,
        max(hit.closeness * CASE WHEN lexeme.in_title THEN 1.0 ELSE 0.5 END) AS closeness
      FROM hit JOIN lexeme USING (lexeme) WHERE hit.closeness > 0 GROUP BY 1, 2, 3, 4
    ),
    weight AS (
      SELECT asked.stem, ln(1 + (SELECT count(*) FROM document)::float8 / greatest(count(found.id), 1)) AS telling
      FROM asked LEFT JOIN found USING (stem) GROUP BY asked.stem
    )
    SELECT document.kind, document.id, document.title,
      array_agg(found.word ORDER BY found.closeness * weight.telling DESC, found.word) AS "matchedWords",
      round((sum(found.closeness * weight.telling) / (SELECT sum(telling) FROM weight))::numeric, 3)::float8 AS score
    FROM found JOIN weight USING (stem) JOIN document USING (kind, id)
    GROUP BY document.kind, document.id, document.title
    ORDER BY score DESC, document.kind, document.id LIMIT ${limit}`.execute(tx);
  return rows;
}
