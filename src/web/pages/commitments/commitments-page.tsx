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
import { Button } from '../../ui/button.tsx';
import { ChoiceInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { Empty, Failure, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { NO_PROMISE, typedPromise } from './typed-promise.ts';

const shapes = {
  settled: 'done',
  overdue: 'bad',
  eventCame: 'near',
  soon: 'near',
  untied: 'bad',
  waiting: 'wait',
} as const;
/** Stands for the promise that is not on record yet. */
const NEW = '';
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
  /** Both versions are shown: nothing of what was wanted is lost. */
  const shown = useRef(false);
  const saving = useSave(async () => {
    const { commitments } = await client.fetchQuery({ ...commitmentsQuery, staleTime: 0 });
    const now = commitments.find(({ commitment }) => commitment.id === wanted.current?.mine.id);
    if (now === undefined || wanted.current === null) return false;
    setClashing({ ...wanted.current, now });
    shown.current = true;
    return true;
  });
  const told = [...commitmentsQuery.queryKey, ...deskQuery.queryKey];
  const onChange: CellProps['onChange'] = async ({ commitment: before, version }, mine) => {
    wanted.current = { before, mine };
    shown.current = false;
    setClashing(null);
    const path = `/commitments/${encodeURIComponent(mine.id)}`;
    return (await saving.run(() => sendJson('PUT', path, mine, version), told)) !== null || shown.current;
  };
  const onAdd = async (promise: Commitment): Promise<boolean> =>
    (await saving.run(() => sendJson('POST', '/commitments', promise), told)) !== null;
  return { problem: saving.problem, forget: () => saving.setProblem(null), clashing, onChange, onAdd };
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

interface CellProps {
  row: CommitmentRow;
  /** Resolves to whether it is saved, or both versions are shown. */
  onChange: (row: CommitmentRow, changed: Commitment) => Promise<boolean>;
}

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
  { mayWrite, onChange, onEdit }: Pick<CellProps, 'onChange'> & { mayWrite: boolean; onEdit: (id: string) => void },
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
    ...(mayWrite ? [changeColumn(t, onEdit)] : []),
  ];
}

function changeColumn(t: Messages, onEdit: (id: string) => void): Column<CommitmentRow> {
  return {
    key: 'change',
    label: t.promises.change,
    cell: ({ commitment: { id, text } }) => (
      <Button look="quiet" aria-label={`${t.promises.change}: ${text}`} onPress={() => onEdit(id)}>
        {t.promises.change}
      </Button>
    ),
  };
}

/** The promise that is being written: a new one under a key of its own, or one of those on record. */
function Writing(
  props: Pick<ReturnType<typeof useChange>, 'problem' | 'onChange' | 'onAdd'> & {
    row?: CommitmentRow | undefined;
    onClose: () => void;
  },
) {
  const { row, problem, onChange, onAdd, onClose } = props;
  const { t } = useLanguage();
  const [id] = useState(() => `zusage-${crypto.randomUUID().slice(0, 8)}`);
  return row ? (
    <PromiseDialog
      title={t.promises.changeTitle}
      name={`change ${row.commitment.id}`}
      beginning={typedPromise(row.commitment)}
      before={row.commitment}
      problem={problem}
      onSend={(promise) => onChange(row, promise)}
      onClose={onClose}
    />
  ) : (
    <PromiseDialog
      title={t.promises.add}
      name="new"
      beginning={NO_PROMISE}
      before={{ id, status: 'open' }}
      problem={problem}
      onSend={onAdd}
      onClose={onClose}
    />
  );
}

/** Every promise to the council, the most urgent first. */
export function CommitmentsPage() {
  const { t } = useLanguage();
  const query = useQuery(commitmentsQuery);
  const { data: me } = useQuery(meQuery);
  const { clashing, forget, ...change } = useChange();
  const { problem, onChange } = change;
  /** Key of the promise that is being written; null while none is. */
  const [writing, setWriting] = useState<string | null>(null);
  const open = (id: string | null): void => {
    forget();
    setWriting(id);
  };
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  const columns = columnsOf(t, { mayWrite, onChange, onEdit: open });
  return (
    <div className="fp-page">
      <PageHead title={t.promises.title} lead={t.promises.lead}>
        {mayWrite && (
          <Button look="main" onPress={() => open(NEW)}>
            {t.promises.add}
          </Button>
        )}
      </PageHead>
      {problem && writing === null && <Failure problem={problem} />}
      {writing !== null && (writing === NEW || query.data) && (
        <Writing
          {...change}
          row={query.data?.commitments.find(({ commitment }) => commitment.id === writing)}
          onClose={() => open(null)}
        />
      )}
      {clashing && <Clash clashing={clashing} onChange={onChange} />}
      <Loaded query={query}>
        {({ commitments }) =>
          commitments.length === 0 ? (
            <Empty title={t.promises.none} />
          ) : (
            <Section title={t.promises.title} hiddenTitle>
              {(titleId) => (
                <ScrollArea labelledBy={titleId}>
                  <DataTable
                    labelledBy={titleId}
                    columns={columns}
                    rows={commitments}
                    rowKey={(row) => `${row.commitment.id} ${row.version}`}
                  />
                </ScrollArea>
              )}
            </Section>
          )
        }
      </Loaded>
    </div>
  );
}
