import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Task } from '../../../council/index.ts';
import type { CouncilDesk } from '../../api/council.ts';
import { meQuery } from '../../api/queries.ts';
import type { PapersSearch } from '../../app/council-search.ts';
import { useLanguage } from '../../language/context.tsx';
import { Section } from '../../ui/section.tsx';
import { type Choice, Segmented } from '../../ui/segmented.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { DueDay, Reference, Responsible } from './due-day.tsx';

type Shown = NonNullable<PapersSearch['aufgaben']> | 'alle';

/** What is to be done: all of it, what falls to the reader's own units, or what is overdue. The choice stands in the address. */
export function Tasks({ desk }: { desk: CouncilDesk }) {
  const { t, f, text } = useLanguage();
  const { data: me } = useQuery(meQuery);
  const { aufgaben = 'alle' } = useSearch({ from: '/ratspost' });
  const navigate = useNavigate({ from: '/ratspost' });
  const own = me?.ownUnits ?? [];
  const shows: Record<Shown, (one: Task) => boolean> = {
    alle: () => true,
    meine: ({ responsible }) => responsible !== null && own.includes(responsible),
    ueberfaellig: ({ daysLeft }) => daysLeft !== null && daysLeft < 0,
  };
  const rows = desk.tasks.filter(shows[aufgaben]);
  const choice = (value: Shown, label: string): Choice<Shown> => ({
    value,
    label: `${label} (${desk.tasks.filter(shows[value]).length})`,
  });
  const choices = [
    choice('alle', t.desk.allTasks),
    ...(own.length > 0 || aufgaben === 'meine' ? [choice('meine', t.desk.ownTasks)] : []),
    choice('ueberfaellig', t.desk.overdueTasks),
  ];
  const show = (value: Shown): void =>
    void navigate({
      search: ({ aufgaben: _, ...rest }) => ({ ...rest, ...(value === 'alle' ? {} : { aufgaben: value }) }),
      replace: true,
      resetScroll: false,
    });
  const units = new Map(desk.units.map((unit) => [unit.id, unit.name]));
  const columns: Column<Task>[] = [
    { key: 'paper', label: t.papers.paper, rowHeader: true, noWrap: true, cell: (one) => <Reference id={one.paper} /> },
    { key: 'task', label: t.desk.task, cell: (one) => t.desk.taskKinds[one.kind] },
    {
      key: 'responsible',
      label: t.desk.responsible,
      cell: (one) => <Responsible unit={one.responsible} units={units} />,
    },
    { key: 'due', label: t.desk.due, cell: (one) => <DueDay on={one.dueOn} daysLeft={one.daysLeft} /> },
    { key: 'basis', label: t.desk.basis, cell: (one) => text(one.basis) },
  ];
  return (
    <Section title={t.desk.tasks} end={<span className="fp-note">{t.desk.today(f.date(desk.today))}</span>}>
      {(titleId) => (
        <>
          {desk.tasks.length > 0 && (
            <div className="fp-tools">
              <Segmented label={t.desk.tasks} choices={choices} value={aufgaben} onChange={show} />
            </div>
          )}
          {rows.length === 0 ? (
            <p className="fp-note">{desk.tasks.length === 0 ? t.desk.noTasks : t.desk.noneOfThese}</p>
          ) : (
            <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(one) => one.paper} />
          )}
        </>
      )}
    </Section>
  );
}
