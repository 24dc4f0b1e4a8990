import type { Deadline } from '../../../agenda/index.ts';
import type { ProjectAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { daysBetween } from '../../language/format.ts';
import { HelpLink } from '../../plan/help-link.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Days by which the project must be finished, who holds us to them, and how much is left. */
export function Deadlines({ answer }: { answer: ProjectAnswer }) {
  const { t, f } = useLanguage();
  const { project, row, obligations } = answer;
  const finish = project.finishedOn ?? row.finish;
  const missed = (one: Deadline): boolean => project.finishedOn === undefined && finish !== null && finish > one.on;
  const late = row.deadlines.some(missed);
  const help = (one: Deadline) => (missed(one) ? <HelpLink project={project.id} /> : '');
  const columns: Column<Deadline>[] = [
    { key: 'on', label: t.obligations.deadline, rowHeader: true, noWrap: true, cell: (one) => f.date(one.on) },
    { key: 'kind', label: t.roadmap.kind, cell: (one) => t.deadlineKinds[one.kind] },
    {
      key: 'reason',
      label: t.sheet.dueTo,
      cell: (one) => {
        const duty = obligations.find((obligation) => obligation.id === one.obligation);
        return (
          <>
            {[duty && `${duty.law} ${duty.paragraph}`, one.paper].filter(Boolean).join(', ')}{' '}
            {one.note && <German>{one.note}</German>}
          </>
        );
      },
    },
    {
      key: 'margin',
      label: t.obligations.marginDays,
      short: t.obligations.margin,
      numeric: true,
      strong: true,
      cell: (one) => (finish ? f.number(daysBetween(finish, one.on)) : '–'),
    },
    ...(late ? [{ key: 'help', label: t.help.title, hiddenLabel: true, cell: help }] : []),
  ];
  return (
    <Section title={t.sheet.deadlines}>
      {(titleId) =>
        row.deadlines.length === 0 ? (
          <p className="fp-note">{t.sheet.noDeadlines}</p>
        ) : (
          <DataTable
            labelledBy={titleId}
            columns={columns}
            rows={row.deadlines.toSorted((a, b) => a.on.localeCompare(b.on))}
            rowKey={(one) => `${one.on}${one.kind}${one.obligation ?? one.paper ?? ''}`}
          />
        )
      }
    </Section>
  );
}
