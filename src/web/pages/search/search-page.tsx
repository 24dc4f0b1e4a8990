import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { searchQuery } from '../../api/queries.ts';
import type { Hit } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';

/** Hits of one kind, the best first. */
function Hits({ kind, hits, gap }: { kind: string; hits: readonly Hit[]; gap: boolean }) {
  const { t } = useLanguage();
  return (
    <Section title={t.recordKindsPlural[kind] ?? kind} gap={gap}>
      <ul className="fp-list">
        {hits.map((hit) => (
          <li key={hit.id}>
            {hit.kind === 'project' && <span className="fp-id">{hit.id}</span>}
            <Link to={hit.href as '/'}>
              <German>{hit.title}</German>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Records that share telling words with what was typed. */
export function SearchPage() {
  const { t } = useLanguage();
  const { q } = useSearch({ from: '/suche' });
  const query = useQuery({ ...searchQuery(q ?? ''), enabled: q !== undefined });
  return (
    <div className="fp-page">
      <PageHead title={q === undefined ? t.find.title : t.find.titleFor(q)} />
      {q === undefined ? (
        <Empty title={t.find.nothingAsked}>
          <p>{t.find.how}</p>
        </Empty>
      ) : (
        <Loaded query={query}>
          {({ hits }) =>
            hits.length === 0 ? (
              <Empty title={t.find.nothing}>
                <p>{t.find.how}</p>
              </Empty>
            ) : (
              [...Map.groupBy(hits, (hit) => hit.kind)].map(([kind, list], index) => (
                <Hits key={kind} kind={kind} hits={list} gap={index > 0} />
              ))
            )
          }
        </Loaded>
      )}
    </div>
  );
}
