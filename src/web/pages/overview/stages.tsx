import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { StageRow } from '../../../planning/index.ts';
import { stagesQuery } from '../../api/groundwork.ts';
import { useLanguage } from '../../language/context.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Where the agenda stands on its way: which stage is under way, and what the next one still waits for. */
export function Stages() {
  const { t, f } = useLanguage();
  const words = t.stages;
  const { data } = useQuery(stagesQuery);
  if (data === undefined || data.stages.length === 0) return null;
  const columns: Column<StageRow>[] = [
    { key: 'name', label: words.title, rowHeader: true, cell: ({ name }) => <German>{name}</German> },
    {
      key: 'conditions',
      label: words.entryConditions,
      cell: ({ conditions }) =>
        conditions.length === 0
          ? '–'
          : words.metOf(conditions.filter(({ state }) => state === 'met').length, conditions.length),
    },
    {
      key: 'entry',
      label: words.entry,
      noWrap: true,
      cell: ({ entryOn }) => (entryOn ? f.date(entryOn) : words.noDay),
    },
    {
      key: 'state',
      label: t.light,
      noWrap: true,
      cell: ({ state, tooEarly, beginTooEarly }) =>
        tooEarly.length > 0 || beginTooEarly ? (
          <Signal shape="bad">{words.contradiction}</Signal>
        ) : (
          <Signal shape={state === 'entered' ? 'run' : 'wait'}>{words[state]}</Signal>
        ),
    },
  ];
  return (
    <Section title={words.title} end={<Link to="/fahrplan/stufen">{words.toPage}</Link>}>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={data.stages} rowKey={({ id }) => id} />}
    </Section>
  );
}
