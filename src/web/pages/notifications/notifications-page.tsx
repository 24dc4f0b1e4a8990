import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { change } from '../../api/client.ts';
import { notificationsQuery, preferencesQuery, unreadQuery } from '../../api/queries.ts';
import type { NotificationsAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Row = NotificationsAnswer['notifications'][number];

/** Marks news as read, here and on the bell. */
function useMarkRead(): (ids: string[] | null) => Promise<void> {
  const client = useQueryClient();
  return async (ids) => {
    await change('POST', '/notifications/read', { body: { ids } }).catch(() => undefined);
    await client.invalidateQueries({ queryKey: notificationsQuery.queryKey });
    await client.invalidateQueries({ queryKey: unreadQuery.queryKey });
  };
}

/** Whether a mail comes once a day; without a mail server there is nothing to choose. */
function DigestChoice({ possible }: { possible: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { data } = useQuery(preferencesQuery);
  if (!possible) return <p className="fp-note">{t.notifications.noMail}</p>;
  if (data === undefined) return null;
  const keep = async (digest: boolean): Promise<void> => {
    client.setQueryData(preferencesQuery.queryKey, { ...data, digest });
    await change('PUT', '/preferences', { body: { ...data, digest } }).catch(() => undefined);
    await client.invalidateQueries({ queryKey: preferencesQuery.queryKey });
  };
  return <CheckInput label={t.notifications.digest} value={data.digest} onChange={(value) => void keep(value)} />;
}

function News({ rows, markRead }: { rows: readonly Row[]; markRead: (ids: string[]) => Promise<void> }) {
  const { t, f } = useLanguage();
  const columns: Column<Row>[] = [
    {
      key: 'subject',
      label: t.notifications.subject,
      rowHeader: true,
      cell: (row) => (
        <>
          <span className="fp-muted">{t.recordKinds[row.kind] ?? row.kind}</span>{' '}
          {row.title === null ? (
            t.notifications.gone(row.record)
          ) : (
            <Link to={row.href as '/'} onClick={() => void (row.read || markRead([row.id]))}>
              <German>{row.title}</German>
            </Link>
          )}
        </>
      ),
    },
    { key: 'event', label: t.notifications.event, cell: (row) => t.notifications.what[row.reason](row.by) },
    { key: 'when', label: t.notifications.when, noWrap: true, cell: (row) => f.timestamp(row.at) },
    {
      key: 'state',
      label: t.notifications.state,
      cell: (row) =>
        row.read ? <span className="fp-muted">{t.notifications.read}</span> : <b>{t.notifications.unread}</b>,
    },
  ];
  return (
    <Section title={t.notifications.title} hiddenTitle>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => row.id} />}
    </Section>
  );
}

/** What others have done where the person is mentioned or follows. */
export function NotificationsPage() {
  const { t } = useLanguage();
  const query = useQuery(notificationsQuery);
  const markRead = useMarkRead();
  return (
    <div className="fp-page">
      <PageHead title={t.notifications.title} lead={t.notifications.lead}>
        {query.data && query.data.unread > 0 && (
          <Button onPress={() => void markRead(null)}>{t.notifications.readAll}</Button>
        )}
      </PageHead>
      <Loaded query={query}>
        {({ notifications, mailPossible }) => (
          <>
            {notifications.length === 0 ? (
              <Empty title={t.notifications.none}>
                <p>{t.notifications.noneAdvice}</p>
              </Empty>
            ) : (
              <News rows={notifications} markRead={markRead} />
            )}
            <DigestChoice possible={mailPossible} />
          </>
        )}
      </Loaded>
    </div>
  );
}
