import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { needsQuery, type TalkRecord, talksQuery } from '../../api/needs.ts';
import { useLanguage } from '../../language/context.tsx';
import { NeedsTabs, useMayKeepTalks } from '../../plan/needs-tabs.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Talks with heads of office, the newest first. */
export function TalksPage() {
  const { t, f } = useLanguage();
  const words = t.talks;
  const query = useQuery(talksQuery);
  const { data: needs } = useQuery(needsQuery);
  const mayKeep = useMayKeepTalks();
  const columns: Column<TalkRecord>[] = [
    {
      key: 'unit',
      label: t.needs.office,
      rowHeader: true,
      cell: ({ id, title }) => (
        <Link to="/bedarfe/gespraeche/$id" params={{ id }}>
          <German>{title}</German>
        </Link>
      ),
    },
    { key: 'on', label: words.held, cell: ({ body }) => (body.on ? f.date(body.on) : t.dateMissing) },
    {
      key: 'confirmed',
      label: words.confirmed,
      cell: ({ body }) => (body.confirmedOn ? f.date(body.confirmedOn) : words.notYet),
    },
    {
      key: 'needs',
      label: words.needs,
      numeric: true,
      cell: ({ id }) => f.number(needs?.records.filter(({ body }) => body.interviews.includes(id)).length ?? 0),
    },
  ];
  const rows = [...(query.data?.records ?? [])].sort((a, b) => (b.body.on ?? '').localeCompare(a.body.on ?? ''));
  return (
    <div className="fp-page">
      <PageHead title={words.title} lead={words.lead}>
        {mayKeep && (
          <Link to="/bedarfe/gespraeche/$id" params={{ id: 'neu' }} className={buttonClass()}>
            {words.add}
          </Link>
        )}
      </PageHead>
      <NeedsTabs />
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title={words.none}>{mayKeep && <p>{t.nextStep.talks}</p>}</Empty>
          ) : (
            <Section title={words.table} hiddenTitle>
              {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={({ id }) => id} />}
            </Section>
          )
        }
      </Loaded>
    </div>
  );
}
