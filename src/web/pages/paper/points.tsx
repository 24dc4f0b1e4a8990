import { Link } from '@tanstack/react-router';
import type { PointResult, Relation, Suggestion } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Keyed } from '../../plan/keyed.tsx';
import { PaperLink } from '../../plan/paper-link.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';

function RelationLink({ relation, title }: { relation: Relation; title?: string }) {
  const { t } = useLanguage();
  if (relation.kind === 'paper') return <PaperLink paper={relation.id} />;
  return (
    <Link to="/belege/$kind/$id" params={{ kind: relation.kind, id: relation.id }}>
      {title ? <German>{title}</German> : `${t.recordKinds[relation.kind]} ${relation.id}`}
    </Link>
  );
}

/** Found by comparing words; a person decides, so these never count by themselves. */
function Suggestions({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const { t, f } = useLanguage();
  if (suggestions.length === 0) return null;
  return (
    <details>
      <summary>{t.paper.suggestions(suggestions.length)}</summary>
      <ul className="fp-bullets">
        {suggestions.map((one) => (
          <li key={keyOf(one.relation)}>
            {t.recordKinds[one.relation.kind]}: <RelationLink relation={one.relation} title={one.title} />{' '}
            <span className="fp-muted">
              {t.paper.matchedWords} <German>{f.list(one.matchedWords)}</German>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Titles = ReadonlyMap<string, string>;

const keyOf = (relation: Relation): string => `${relation.kind} ${relation.id}`;

/** Titles of records, as far as a suggestion tells them: a relation itself holds only a key. */
function titlesOf(points: readonly PointResult[]): Titles {
  return new Map(points.flatMap((point) => point.suggestions.map((one) => [keyOf(one.relation), one.title] as const)));
}

/** A record that a person has linked to the point. */
function Named({ relation, titles }: { relation: Relation; titles: Titles }) {
  const title = titles.get(keyOf(relation));
  return <RelationLink relation={relation} {...(title !== undefined && { title })} />;
}

function Point({ point, titles }: { point: PointResult; titles: Titles }) {
  const { t } = useLanguage();
  return (
    <li>
      <p lang="de" className="fp-point">
        <Keyed id={point.number}>{point.text}</Keyed>
      </p>
      <p className="fp-muted">
        {point.scope === null ? (
          t.paper.scopeUndecided
        ) : (
          <>
            {t.scopes[point.scope]}
            {point.belongsTo && (
              <>
                , <Named relation={{ kind: 'strategy', id: point.belongsTo }} titles={titles} />
              </>
            )}
            {point.candidate && `, ${t.paper.needsProject(point.candidate)}`}
            {point.decidedBy && ` (${t.paper.decidedBy} ${point.decidedBy})`}
          </>
        )}
      </p>
      {point.relations.length > 0 && (
        <p>
          {t.paper.touches}{' '}
          {point.relations.map((relation, index) => (
            <span key={keyOf(relation)}>
              {index > 0 && ', '}
              <Named relation={relation} titles={titles} />
            </span>
          ))}
        </p>
      )}
      <Suggestions suggestions={point.suggestions} />
    </li>
  );
}

/** Point by point: where it belongs, and what on record it touches. */
export function Points({ points }: { points: readonly PointResult[] }) {
  const { t } = useLanguage();
  const titles = titlesOf(points);
  return (
    <Section title={t.paper.points} gap>
      <ol className="fp-list">
        {points.map((point) => (
          <Point key={point.number} point={point} titles={titles} />
        ))}
      </ol>
    </Section>
  );
}
