import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { visitQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';

/** What others have changed since the reader was here before; nothing at the very first visit. */
export function SinceLastVisit() {
  const { t, f } = useLanguage();
  const { data: news } = useQuery(visitQuery);
  if (!news) return null;
  return (
    <Section title={t.since.title} end={<span className="fp-muted">{f.timestamp(news.since)}</span>}>
      {news.records.length === 0 ? (
        <p className="fp-note">{t.since.nothing}</p>
      ) : (
        <ul className="fp-list">
          {news.records.map((one) => (
            <li key={`${one.kind} ${one.id}`}>
              <span>
                <span className="fp-muted">{t.recordKinds[one.kind] ?? one.kind}</span>{' '}
                {one.title === null ? (
                  one.id
                ) : (
                  <Link to={one.href as '/'}>
                    <German>{one.title}</German>
                  </Link>
                )}{' '}
                <span className="fp-muted">{t.since.what[one.action](one.by, one.changes)}</span>
              </span>
            </li>
          ))}
          {news.more > 0 && <li className="fp-muted">{t.andMore(news.more)}</li>}
        </ul>
      )}
    </Section>
  );
}
