import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PaperDeadline, Reminder } from '../../../council/index.ts';
import { type CouncilDesk, deskQuery } from '../../api/council.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { CalendarLinks } from './calendar-links.tsx';
import { DueDay, Reference, Responsible } from './due-day.tsx';
import { Tasks } from './tasks.tsx';

const reminderShapes = { overdue: 'bad', eventCame: 'near', soon: 'near', untied: 'bad' } as const;

/** Promises and tasks of resolutions whose day or event has come. */
function Reminders({ desk }: { desk: CouncilDesk }) {
  const { t, f } = useLanguage();
  const units = new Map(desk.units.map((unit) => [unit.id, unit.name]));
  const columns: Column<Reminder>[] = [
    {
      key: 'what',
      label: t.reminders.what,
      rowHeader: true,
      cell: (one) =>
        one.kind === 'resolution' ? (
          <Link to="/ratspost/beschluesse/$id" params={{ id: one.id }}>
            {t.reminders.kinds.resolution} {one.reference}
          </Link>
        ) : (
          <Link to="/ratspost/zusagen">
            {t.reminders.kinds.commitment} {one.reference}
          </Link>
        ),
    },
    { key: 'text', label: t.desk.task, cell: (one) => <German>{one.text}</German> },
    {
      key: 'responsible',
      label: t.desk.responsible,
      cell: (one) => <Responsible unit={one.responsible} units={units} />,
    },
    {
      key: 'due',
      label: t.desk.due,
      cell: (one) => (
        <Signal shape={reminderShapes[one.state]}>
          {one.dueOn ? `${f.date(one.dueOn)}, ` : ''}
          {t.promises.states[one.state]}
        </Signal>
      ),
    },
  ];
  if (desk.reminders.length === 0) return null;
  return (
    <Section title={t.reminders.title} gap>
      {(titleId) => (
        <DataTable
          labelledBy={titleId}
          columns={columns}
          rows={desk.reminders}
          rowKey={(one) => `${one.kind} ${one.id} ${one.text}`}
        />
      )}
    </Section>
  );
}

function Deadlines({ desk }: { desk: CouncilDesk }) {
  const { t, text } = useLanguage();
  const columns: Column<PaperDeadline>[] = [
    {
      key: 'due',
      label: t.desk.due,
      rowHeader: true,
      cell: (one) => <DueDay on={one.dueOn} daysLeft={one.daysLeft} owed={one.owed} />,
    },
    { key: 'paper', label: t.papers.paper, noWrap: true, cell: (one) => <Reference id={one.paper} /> },
    { key: 'label', label: t.desk.basis, cell: (one) => `${text(one.label)} (${text(one.basis)})` },
    { key: 'owed', label: t.roadmap.kind, cell: (one) => (one.owed ? t.desk.owed : t.desk.passes) },
  ];
  return (
    <Section
      title={t.desk.deadlines}
      gap
      end={
        <span className="fp-actions">
          <Link to="/ratspost/kalender" className={buttonClass('quiet')}>
            {t.calendar.monthView}
          </Link>
          <CalendarLinks />
        </span>
      }
    >
      {(titleId) =>
        desk.deadlines.length === 0 ? (
          <p className="fp-note">{t.desk.noDeadlines}</p>
        ) : (
          <DataTable
            labelledBy={titleId}
            columns={columns}
            rows={desk.deadlines}
            rowKey={(one) => `${one.paper} ${one.dueOn} ${one.label.de} ${one.basis.de}`}
          />
        )
      }
    </Section>
  );
}

/** What has to be done at the council desk, the most urgent first, and every day that counts. */
export function DeskView() {
  const query = useQuery(deskQuery);
  return (
    <Loaded query={query}>
      {(desk) => (
        <>
          <Tasks desk={desk} />
          <Reminders desk={desk} />
          <Deadlines desk={desk} />
          <div className="fp-gap" />
        </>
      )}
    </Loaded>
  );
}
