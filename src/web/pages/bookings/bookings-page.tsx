import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Booking } from '../../../agenda/index.ts';
import { bookingsQuery } from '../../api/actuals.ts';
import { choicesQuery, meQuery } from '../../api/queries.ts';
import type { PlainCell } from '../../api/sheets.ts';
import type { Choices } from '../../api/types.ts';
import type { BookingsSearch } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { ExportMenu, type PlainTable } from '../../plan/export-menu.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Rows that are drawn; the rest is counted and stands in the file. */
const SHOWN = 300;

type NameOf = (kind: string, id: string | undefined) => string;

function useColumns(nameOf: NameOf, mayWrite: boolean): Column<Booking>[] {
  const { t, f } = useLanguage();
  const words = t.bookings;
  const title = ({ text, reference, id }: Booking): string => text ?? reference ?? id;
  return [
    { key: 'on', label: words.on, noWrap: true, cell: ({ on }) => f.date(on) },
    {
      key: 'text',
      label: words.text,
      rowHeader: true,
      cell: (row) =>
        mayWrite ? (
          <Link to="/auslastung/buchungen/$id" params={{ id: row.id }}>
            <German>{title(row)}</German>
          </Link>
        ) : (
          <German>{title(row)}</German>
        ),
    },
    { key: 'kind', label: words.kind, cell: ({ kind }) => words.kinds[kind] },
    { key: 'amount', label: words.amount, numeric: true, strong: true, cell: ({ cents }) => f.euros(cents) },
    { key: 'year', label: words.year, cell: ({ year }) => year },
    {
      key: 'line',
      label: words.budgetLine,
      cell: ({ budgetLine }) => <German>{nameOf('budgetLine', budgetLine)}</German>,
    },
    {
      key: 'project',
      label: words.project,
      cell: ({ project }) =>
        project === undefined ? (
          '–'
        ) : (
          <Link to="/projekte/$id" params={{ id: project }}>
            <German>{nameOf('project', project)}</German>
          </Link>
        ),
    },
    {
      key: 'reference',
      label: words.reference,
      cell: ({ reference, takenFrom }) => (
        <>
          {reference ?? '–'}
          {takenFrom && (
            <p className="fp-muted">
              <German>{takenFrom}</German>
            </p>
          )}
        </>
      ),
    },
  ];
}

/** Bookings as a table that the import reads back. */
function tableOf(rows: readonly Booking[], words: Messages['bookings']): PlainTable {
  return {
    head: [
      words.reference,
      words.on,
      words.year,
      words.kind,
      words.amount,
      words.budgetLine,
      words.project,
      words.text,
      words.takenFrom,
    ],
    lines: rows.map((row): PlainCell[] => [
      row.reference ?? '',
      row.on,
      row.year,
      words.kinds[row.kind],
      row.cents / 100,
      row.budgetLine,
      row.project ?? '',
      row.text ?? '',
      row.takenFrom ?? '',
    ]),
  };
}

function Tools({ all, rows, choices }: { all: readonly Booking[]; rows: readonly Booking[]; choices: Choices }) {
  const { t } = useLanguage();
  const words = t.bookings;
  const search = useSearch({ from: '/auslastung/buchungen' });
  const navigate = useNavigate({ from: '/auslastung/buchungen' });
  const change = (part: Partial<BookingsSearch>): void =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  const years = [...new Set(all.map(({ year }) => String(year)))].sort();
  const kinds = ['spent', 'committed'] as const;
  return (
    <div className="fp-tools">
      <SelectField
        label={words.budgetLine}
        all={t.all}
        options={(choices.budgetLine ?? []).map(({ id, name }) => ({ value: id, label: name, lang: 'de' }))}
        value={search.budget ?? ''}
        onChange={(value) => change({ budget: value || undefined })}
      />
      <SelectField
        label={words.year}
        all={t.all}
        options={years.map((value) => ({ value, label: value }))}
        value={search.jahr ?? ''}
        onChange={(value) => change({ jahr: value || undefined })}
      />
      <SelectField
        label={words.kind}
        all={t.all}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={search.art ?? ''}
        onChange={(value) => change({ art: kinds.find((one) => one === value) })}
      />
      <ExportMenu name={words.fileName} table={() => tableOf(rows, words)} />
    </div>
  );
}

function Content({ all, choices, mayWrite }: { all: readonly Booking[]; choices: Choices; mayWrite: boolean }) {
  const { t, f } = useLanguage();
  const words = t.bookings;
  const { budget, jahr, art } = useSearch({ from: '/auslastung/buchungen' });
  const nameOf: NameOf = (kind, id = '') => choices[kind]?.find((one) => one.id === id)?.name ?? id;
  const columns = useColumns(nameOf, mayWrite);
  const rows = all
    .filter(
      (one) =>
        (budget === undefined || one.budgetLine === budget) &&
        (jahr === undefined || String(one.year) === jahr) &&
        (art === undefined || one.kind === art),
    )
    .toSorted((a, b) => b.on.localeCompare(a.on));
  const total = rows.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <>
      <Tools all={all} rows={rows} choices={choices} />
      <Section title={rows.length === 0 ? words.nothingMatches : words.sum(rows.length, f.euros(total))}>
        {(titleId) => (
          <>
            <DataTable labelledBy={titleId} columns={columns} rows={rows.slice(0, SHOWN)} rowKey={({ id }) => id} />
            {rows.length > SHOWN && <p className="fp-muted">{words.more(rows.length - SHOWN)}</p>}
          </>
        )}
      </Section>
    </>
  );
}

/** What was spent and ordered, as a list that is filtered and taken out; lists are taken in from here. */
export function BookingsPage() {
  const { t } = useLanguage();
  const words = t.bookings;
  const query = useQuery(bookingsQuery);
  const choices = useQuery(choicesQuery);
  const { data: me } = useQuery(meQuery);
  const mayWrite = me?.permissions.includes('writeCapacity') === true;
  return (
    <div className="fp-page">
      <PageHead title={words.title} lead={words.lead}>
        {mayWrite && (
          <>
            <Link to="/auslastung/buchungen/$id" params={{ id: 'neu' }} className={buttonClass()}>
              {words.add}
            </Link>
            <Link to="/auslastung/buchungen-uebernehmen" className={buttonClass()}>
              {t.bookingList.open}
            </Link>
          </>
        )}
      </PageHead>
      <Loaded query={query}>
        {({ records }) =>
          records.length === 0 ? (
            <Empty title={words.none}>{mayWrite && <p>{words.noneAdvice}</p>}</Empty>
          ) : (
            <Loaded query={choices}>
              {(names) => <Content all={records.map(({ body }) => body)} choices={names} mayWrite={mayWrite} />}
            </Loaded>
          )
        }
      </Loaded>
    </div>
  );
}
