import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { change, problemIn } from '../../api/client.ts';
import { choicesQuery } from '../../api/queries.ts';
import { afterSaving } from '../../api/saved.ts';
import type { ListPreview, Problem } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { Summary } from '../../form/summary.tsx';
import { useLanguage } from '../../language/context.tsx';
import { asBase64 } from '../../ui/base64.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Row = ListPreview['rows'][number];
type Mapping = Record<string, string | null>;

/** Lines that are drawn: those that need a look come first, the rest is counted. */
const SHOWN = 300;

const TYPES = [
  '.xlsx',
  '.csv',
  '.txt',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Each column of the file with what it means; a person decides otherwise where the guess is wrong. */
function Columns(props: { preview: ListPreview; words: ListWords; onChange: (mapping: Mapping) => void }) {
  const { preview, words, onChange } = props;
  const { t } = useLanguage();
  const { data: choices } = useQuery(choicesQuery);
  const nameOf = (kind: string, id: string): string => choices?.[kind]?.find((one) => one.id === id)?.name ?? id;
  const label = (target: string): string => {
    const [kind, id = ''] = target.split(':');
    if (kind === 'effort') return t.listImport.effort(nameOf('team', id));
    if (kind === 'cost') return t.listImport.cost(nameOf('budgetLine', id));
    return words.targets[target] ?? target;
  };
  const options = preview.targets.map((value) => ({ value, label: label(value) }));
  const current = Object.fromEntries(preview.columns.map((one) => [one.heading, one.target]));
  return (
    <Section title={t.listImport.columns} gap>
      <div className="fp-rf__grid">
        {preview.columns
          .filter((one) => one.heading !== '')
          .map(({ heading, target }) => (
            <SelectField
              key={heading}
              label={heading}
              all={t.listImport.leaveOut}
              options={options}
              value={target ?? ''}
              onChange={(value) => onChange({ ...current, [heading]: value || null })}
            />
          ))}
      </div>
      <p className="fp-note">{t.listImport.columnsNote}</p>
    </Section>
  );
}

function Lines({ preview, words }: { preview: ListPreview; words: ListWords }) {
  const { t, f, text } = useLanguage();
  const order: Row['state'][] = ['faulty', 'new', 'changed', 'unchanged'];
  const rows = preview.rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.line - b.line);
  const count = (state: Row['state']): number => rows.filter((row) => row.state === state).length;
  const columns: Column<Row>[] = [
    { key: 'line', label: t.listImport.line, numeric: true, cell: (row) => row.line },
    { key: 'id', label: words.key, className: 'fp-broken', cell: (row) => row.id },
    {
      key: 'name',
      label: words.name,
      rowHeader: true,
      className: 'fp-broken',
      cell: (row) => <German>{row.name || '–'}</German>,
    },
    { key: 'state', label: t.listImport.state, strong: true, cell: (row) => t.listImport.states[row.state] },
    {
      key: 'remarks',
      label: t.listImport.remarks,
      className: 'fp-broken',
      cell: (row) =>
        [
          ...row.faults.map((one) => (one.column ? `${one.column}: ${text(one.message)}` : text(one.message))),
          ...row.hints.map(text),
        ].join(' ') || '–',
    },
  ];
  const made = [...preview.newActionFields, ...preview.newUnits];
  return (
    <Section title={t.listImport.lines} gap>
      {(titleId) => (
        <>
          <p role="status">
            {t.listImport.counts(count('new'), count('changed'), count('unchanged'), count('faulty'))}
          </p>
          {made.length > 0 && <p>{t.listImport.creates(f.list(made))}</p>}
          {count('faulty') > 0 && <p className="fp-note">{t.listImport.faultyNote}</p>}
          {rows.length === 0 ? (
            <Empty title={t.listImport.noLines}>
              <p>{t.listImport.noLinesAdvice(words.key, words.name)}</p>
            </Empty>
          ) : (
            <DataTable labelledBy={titleId} columns={columns} rows={rows.slice(0, SHOWN)} rowKey={(row) => row.line} />
          )}
          {rows.length > SHOWN && <p className="fp-muted">{t.listImport.more(rows.length - SHOWN)}</p>}
        </>
      )}
    </Section>
  );
}

/** A file, read anew whenever its columns are given another meaning. */
function useList(path: string) {
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const [preview, setPreview] = useState<ListPreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (content: string, mapping?: Mapping): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const body = { file: content, ...(mapping ? { mapping } : {}) };
      setPreview(await change<ListPreview>('POST', `${path}/preview`, { body }));
    } catch (error) {
      setProblem(problemIn(error));
      if (mapping === undefined) setPreview(null);
    } finally {
      setBusy(false);
    }
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const content = await asBase64(chosen);
    setFile({ name: chosen.name, content });
    await read(content);
  };
  return { file, preview, problem, setProblem, busy, setBusy, read, choose };
}

/** What is said of a list beside what holds for all. */
export interface ListWords {
  title: string;
  lead: string;
  key: string;
  name: string;
  targets: Record<string, string>;
  take: (count: number) => string;
}

/** A list from a file: what its columns mean, what becomes of each line, and taking it over. */
export function ListImport(props: {
  path: string;
  words: ListWords;
  onTaken: (answer: object, count: number) => void;
}) {
  const { path, words, onTaken } = props;
  const { t } = useLanguage();
  const client = useQueryClient();
  const { file, preview, problem, setProblem, busy, setBusy, read, choose } = useList(path);
  const ready = preview?.rows.filter((row) => row.state === 'new' || row.state === 'changed').length ?? 0;
  const take = async (): Promise<void> => {
    if (file === null || preview === null) return;
    setBusy(true);
    try {
      const mapping = Object.fromEntries(preview.columns.map((one) => [one.heading, one.target]));
      const answer = await change<object>('POST', path, { body: { file: file.content, mapping } });
      await afterSaving(client);
      onTaken(answer, ready);
    } catch (error) {
      setProblem(problemIn(error));
      setBusy(false);
    }
  };
  return (
    <div className="fp-page">
      <PageHead title={words.title} lead={words.lead} />
      <div className="fp-actions">
        <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => void choose(files?.[0])}>
          <Button>{t.listImport.choose}</Button>
        </FileTrigger>
        {file && <span>{file.name}</span>}
        <span role="status" className="fp-muted">
          {busy ? t.listImport.reading : ''}
        </span>
      </div>
      {problem && (
        <div className="fp-gap">
          <Summary problem={problem} />
        </div>
      )}
      {preview && file && (
        <>
          <Columns preview={preview} words={words} onChange={(mapping) => void read(file.content, mapping)} />
          <Lines preview={preview} words={words} />
          <div className="fp-rf__end">
            <Button look="main" isDisabled={busy || ready === 0} onPress={() => void take()}>
              {ready === 0 ? t.listImport.nothing : words.take(ready)}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** The project list that every city has. */
export function ImportPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const words = { ...t.listImport, key: t.portfolio.key, name: t.project };
  const onTaken = async (answer: object, count: number): Promise<void> => {
    await navigate({ to: '/projekte' });
    const { written } = answer as { written: { entry: number }[] };
    const entries = written.map((one) => one.entry);
    notifyWithUndo(client, t, t.listImport.taken(count), entries);
  };
  return <ListImport path="/project-list" words={words} onTaken={(answer, count) => void onTaken(answer, count)} />;
}

/** A list of council papers, as a council office keeps it. */
export function PaperListPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const onTaken = async (answer: object, count: number): Promise<void> => {
    await navigate({ to: '/ratspost' });
    const { entries } = answer as { entries: number[] };
    notifyWithUndo(client, t, t.paperList.taken(count), entries, '/paper-list/undo');
  };
  const words = { ...t.paperList, key: t.paperForm.reference, name: t.papers.subject };
  return <ListImport path="/paper-list" words={words} onTaken={(answer, count) => void onTaken(answer, count)} />;
}

/** An extract of the treasury: what was spent and ordered. */
export function BookingListPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const words = { ...t.bookingList, key: t.bookings.reference, name: t.bookings.text };
  const onTaken = async (answer: object, count: number): Promise<void> => {
    await navigate({ to: '/auslastung/buchungen' });
    const { written } = answer as { written: { entry: number }[] };
    const entries = written.map((one) => one.entry);
    notifyWithUndo(client, t, t.bookingList.taken(count), entries);
  };
  return <ListImport path="/booking-list" words={words} onTaken={(answer, count) => void onTaken(answer, count)} />;
}
