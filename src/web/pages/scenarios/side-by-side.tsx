import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutcomeFigures } from '../../../planning/index.ts';
import type { ScenarioRow } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** A line of the comparison: the agenda as it is, or a scenario. */
interface Line {
  key: string;
  name: ReactNode;
  note: ReactNode;
  figures: OutcomeFigures | null;
  postsCents: number;
  action: ReactNode;
}

/** Years in which at least one of them spends; not more than fit beside the other columns. */
const MOST_YEARS = 5;

function useColumns(lines: readonly Line[]): Column<Line>[] {
  const { t, f } = useLanguage();
  const words = t.scenarios;
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '–' : f.number(value));
  const years = [...new Set(lines.flatMap(({ figures }) => figures?.years.map(({ year }) => year) ?? []))].toSorted(
    (a, b) => a - b,
  );
  return [
    {
      key: 'name',
      label: words.scenario,
      rowHeader: true,
      cell: (line) => (
        <>
          {line.name}
          {line.note && <div className="fp-muted">{line.note}</div>}
        </>
      ),
    },
    {
      key: 'statutory',
      label: words.statutory,
      numeric: true,
      cell: (line) => number(line.figures?.statutoryLateWeeks),
    },
    { key: 'promised', label: words.promised, numeric: true, cell: (line) => number(line.figures?.promisedLateWeeks) },
    { key: 'dropped', label: t.choice.dropped, numeric: true, cell: (line) => number(line.figures?.dropped.length) },
    { key: 'duties', label: words.duties, numeric: true, cell: (line) => number(line.figures?.dutiesMissed.length) },
    {
      key: 'finish',
      label: words.finish,
      numeric: true,
      cell: (line) => (line.figures?.finish ? f.date(line.figures.finish) : '–'),
    },
    { key: 'value', label: words.value, numeric: true, cell: (line) => number(line.figures?.value) },
    {
      key: 'posts',
      label: words.posts,
      numeric: true,
      cell: (line) => (line.postsCents === 0 ? '–' : f.signed(Math.round(line.postsCents / 100_000))),
    },
    ...years.slice(0, MOST_YEARS).map(
      (year): Column<Line> => ({
        key: `year ${year}`,
        label: String(year),
        numeric: true,
        cell: (line) =>
          line.figures ? f.thousands(line.figures.years.find((one) => one.year === year)?.cents ?? 0) : '–',
      }),
    ),
    { key: 'action', label: words.compute, hiddenLabel: true, cell: (line) => line.action },
  ];
}

/** Every scenario beside the agenda as it is: delays, duties, value, cost by year. */
export function SideBySide(props: { rows: readonly ScenarioRow[]; action: (row: ScenarioRow) => ReactNode }) {
  const { t, text } = useLanguage();
  const words = t.scenarios;
  const base = props.rows.find(({ result }) => result !== null && !result.outdated)?.result?.outcome.base ?? null;
  const note = ({ result }: ScenarioRow): ReactNode => {
    if (result === null) return words.notComputed;
    if (result.outcome.changed === null) return result.reason ? text(result.reason) : words.impossible;
    return result.outdated ? words.outdatedShort : null;
  };
  const lines: Line[] = [
    ...(base ? [{ key: '', name: words.asItIs, note: null, figures: base, postsCents: 0, action: '' }] : []),
    ...props.rows.map((row) => ({
      key: row.scenario.id,
      name: (
        <Link to="/szenarien/$id" params={{ id: row.scenario.id }}>
          <German>{row.scenario.name}</German>
        </Link>
      ),
      note: note(row),
      figures: row.result?.outcome.changed ?? null,
      postsCents: row.result?.outcome.postsCentsPerYear ?? 0,
      action: props.action(row),
    })),
  ];
  const columns = useColumns(lines);
  return (
    <Section title={words.sideBySide} end={<span className="fp-note">{words.spending}</span>}>
      {(titleId) => (
        <>
          <ScrollArea labelledBy={titleId}>
            <DataTable
              labelledBy={titleId}
              columns={columns}
              rows={lines}
              rowKey={(line) => line.key}
              isKey={(line) => line.key === ''}
            />
          </ScrollArea>
          <p className="fp-foot">{words.valueRule}</p>
        </>
      )}
    </Section>
  );
}
