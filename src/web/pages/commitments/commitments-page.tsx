import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Commitment } from '../../../agenda/index.ts';
import { sendJson } from '../../api/client.ts';
import { type CommitmentRow, commitmentsQuery, deskQuery } from '../../api/council.ts';
import { organizationsQuery } from '../../api/meetings.ts';
import { meQuery } from '../../api/queries.ts';
import { ConflictNotice } from '../../form/conflict.tsx';
import { conflictOf, settled } from '../../form/merge.ts';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { TieInput } from '../../plan/tie.tsx';
import { ChoiceInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Failure, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

const shapes = {
  settled: 'done',
  overdue: 'bad',
  eventCame: 'near',
  soon: 'near',
  untied: 'bad',
  waiting: 'wait',
} as const;
const statuses: Commitment['status'][] = ['proposed', 'open', 'kept', 'broken', 'withdrawn'];

function Due({ row }: { row: CommitmentRow }) {
  const { t, f } = useLanguage();
  const { due } = row.commitment;
  return (
    <>
      <Signal shape={shapes[row.state]}>{t.promises.states[row.state]}</Signal>
      <br />
      {due.kind === 'date' ? f.date(due.on) : <German>{due.event}</German>}
      {row.expectedOn && <span className="fp-note"> ({t.promises.expected(f.date(row.expectedOn))})</span>}
    </>
  );
}

/** What somebody wanted to change while somebody else has changed it too. */
interface Clashing {
  before: Commitment;
  mine: Commitment;
  now: CommitmentRow;
}

/** Changes a promise at once; what is refused is shown above the list, with both versions if somebody was faster. */
function useChange() {
  const client = useQueryClient();
  const [clashing, setClashing] = useState<Clashing | null>(null);
  const wanted = useRef<Omit<Clashing, 'now'> | null>(null);
  const saving = useSave(async () => {
    const { commitments } = await client.fetchQuery({ ...commitmentsQuery, staleTime: 0 });
    const now = commitments.find(({ commitment }) => commitment.id === wanted.current?.mine.id);
    if (now === undefined || wanted.current === null) return false;
    setClashing({ ...wanted.current, now });
    return true;
  });
  const onChange = async ({ commitment: before, version }: CommitmentRow, mine: Commitment): Promise<void> => {
    wanted.current = { before, mine };
    setClashing(null);
    const path = `/commitments/${encodeURIComponent(mine.id)}`;
    await saving.run(() => sendJson('PUT', path, mine, version), [...commitmentsQuery.queryKey, ...deskQuery.queryKey]);
  };
  return { problem: saving.problem, clashing, onChange };
}

function Clash({ clashing, onChange }: { clashing: Clashing; onChange: CellProps['onChange'] }) {
  const { t } = useLanguage();
  const { before, mine, now } = clashing;
  return (
    <ConflictNotice
      about={now.commitment.text}
      action={t.form.takeOverNow}
      shown={conflictOf(before, mine, now.commitment)}
      onResolve={(theirs) => void onChange(now, settled(before, mine, now.commitment, theirs))}
    />
  );
}

type CellProps = { row: CommitmentRow; onChange: (row: CommitmentRow, changed: Commitment) => Promise<void> };

/** What became of a promise: chosen by whoever keeps the papers. */
function Status({ row, onChange }: CellProps) {
  const { t } = useLanguage();
  const { commitment } = row;
  return (
    <ChoiceInput
      label={t.promises.status}
      value={commitment.status}
      choices={statuses.map((value) => ({ value, label: t.promises.statuses[value] }))}
      onChange={(status) => void onChange(row, { ...commitment, status })}
    />
  );
}

/** The record that tells of a promise's event, or the project that a dated one belongs to. */
function Tied({ row, onChange }: CellProps) {
  const { project: _project, prerequisite: _prerequisite, ...rest } = row.commitment;
  return <TieInput tie={row.commitment} onChange={(tie) => void onChange(row, { ...rest, ...tie })} />;
}

/** Whom it was promised to: a body on record, the one the paper is for as long as nobody says otherwise. */
function PromisedTo({ row, onChange }: CellProps) {
  const { t } = useLanguage();
  const { data } = useQuery(organizationsQuery);
  const { body, ...rest } = row.commitment;
  const bodies = (data?.organizations ?? [])
    .filter(({ organization }) => organization.kind !== 'faction')
    .map(({ organization }) => organization.name);
  const known = [...new Set([...(body ? [body] : []), ...bodies, ...(data?.unlisted ?? [])])];
  return (
    <ChoiceInput
      label={t.promises.to}
      value={body ?? ''}
      choices={[
        { value: '', label: row.body ?? t.promises.toNobody },
        ...known.filter((name) => name === body || name !== row.body).map((name) => ({ value: name, label: name })),
      ]}
      onChange={(name) => void onChange(row, name === '' ? rest : { ...rest, body: name })}
    />
  );
}

function columnsOf(
  t: Messages,
  { mayWrite, onChange }: Pick<CellProps, 'onChange'> & { mayWrite: boolean },
): Column<CommitmentRow>[] {
  return [
    { key: 'text', label: t.promises.promise, rowHeader: true, cell: (row) => <German>{row.commitment.text}</German> },
    {
      key: 'paper',
      label: t.papers.paper,
      noWrap: true,
      cell: (row) =>
        row.paper ? (
          <Link to="/ratspost/$id" params={{ id: row.paper }}>
            {row.commitment.paper}
          </Link>
        ) : (
          row.commitment.paper
        ),
    },
    {
      key: 'body',
      label: t.promises.to,
      className: 'fp-w-choice',
      cell: (row) =>
        mayWrite ? <PromisedTo row={row} onChange={onChange} /> : row.body ? <German>{row.body}</German> : '–',
    },
    { key: 'due', label: t.promises.due, cell: (row) => <Due row={row} /> },
    {
      key: 'project',
      label: t.promises.tie,
      className: 'fp-w-choice',
      cell: (row) =>
        mayWrite && row.commitment.due.kind === 'event' ? (
          <Tied row={row} onChange={onChange} />
        ) : row.commitment.project ? (
          <Link to="/projekte/$id" params={{ id: row.commitment.project }}>
            {row.commitment.project}
          </Link>
        ) : (
          '–'
        ),
    },
    {
      key: 'status',
      label: t.promises.status,
      className: 'fp-w-choice',
      cell: (row) => (mayWrite ? <Status row={row} onChange={onChange} /> : t.promises.statuses[row.commitment.status]),
    },
  ];
}

/** Every promise to the council, the most urgent first. */
export function CommitmentsPage() {
  const { t } = useLanguage();
  const query = useQuery(commitmentsQuery);
  const { data: me } = useQuery(meQuery);
  const { problem, clashing, onChange } = useChange();
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  const columns = columnsOf(t, { mayWrite, onChange });
  return (
    <div className="fp-page">
      <PageHead title={t.promises.title} lead={t.promises.lead} />
      {problem && <Failure problem={problem} />}
      {clashing && <Clash clashing={clashing} onChange={onChange} />}
      <Loaded query={query}>
        {({ commitments }) =>
          commitments.length === 0 ? (
            <Empty title={t.promises.none} />
          ) : (
            <Section title={t.promises.title} hiddenTitle>
              {(titleId) => (
                <DataTable
                  labelledBy={titleId}
                  columns={columns}
                  rows={commitments}
                  rowKey={(row) => `${row.commitment.id} ${row.version}`}
                />
              )}
            </Section>
          )
        }
      </Loaded>
    </div>
  );
}
