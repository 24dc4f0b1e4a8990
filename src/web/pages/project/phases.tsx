import type { Phase, Project } from '../../../agenda/index.ts';
import type { ProjectAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Mode = Project['modes'][number];

/** Sum of a record's values. */
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function useColumns(answer: ProjectAnswer, mode: Mode): Column<Phase>[] {
  const { t, f } = useLanguage();
  const { project, row, teams } = answer;
  const own = Object.keys(teams).filter((team) =>
    project.phases.some((phase) => (phase.work[mode.id]?.effortTenths[team] ?? 0) > 0),
  );
  const figure = { numeric: true, illustrative: row.illustrative };
  const bar = (phase: Phase) => row.bars.find((one) => one.phase === phase.id && one.mode === mode.id);
  const cost = (phase: Phase): number => sum((phase.work[mode.id]?.costs ?? []).map((one) => one.cents));
  return [
    { key: 'name', label: t.sheet.phase, rowHeader: true, cell: (phase) => <German>{phase.name}</German> },
    {
      key: 'start',
      label: t.start,
      ...figure,
      cell: (phase) => {
        const one = bar(phase);
        return one ? f.date(one.start) : '–';
      },
    },
    {
      key: 'finish',
      label: t.finish,
      ...figure,
      cell: (phase) => {
        const one = bar(phase);
        return one ? f.date(one.finish) : '–';
      },
    },
    {
      key: 'weeks',
      label: t.weeksWord,
      ...figure,
      cell: (phase) => f.number(phase.work[mode.id]?.weeks ?? 0),
    },
    ...own.map(
      (team): Column<Phase> => ({
        key: team,
        label: `${team}, ${t.units.personDays}`,
        short: team,
        ...figure,
        cell: (phase) => {
          const tenths = phase.work[mode.id]?.effortTenths[team] ?? 0;
          return tenths === 0 ? '–' : f.days(tenths);
        },
      }),
    ),
    {
      key: 'cost',
      label: t.units.thousandEuros,
      ...figure,
      cell: (phase) => (cost(phase) === 0 ? '–' : f.thousands(cost(phase))),
    },
  ];
}

function ModeTable({ answer, mode }: { answer: ProjectAnswer; mode: Mode }) {
  const { t } = useLanguage();
  const { project, row } = answer;
  const columns = useColumns(answer, mode);
  const phases = project.phases.filter((phase) => phase.work[mode.id] !== undefined);
  const several = project.modes.length > 1;
  const chosen = row.bars.some((bar) => bar.mode === mode.id);
  return (
    <Section
      title={
        <>
          {t.sheet.phases}
          {several && (
            <>
              : <German>{mode.name}</German>
            </>
          )}
        </>
      }
      end={
        <span className="fp-note">
          {t.modeKinds[mode.kind]}
          {several && chosen && `, ${t.sheet.chosenMode}`}
        </span>
      }
    >
      {(titleId) => (
        <ScrollArea labelledBy={titleId}>
          <DataTable labelledBy={titleId} columns={columns} rows={phases} rowKey={(phase) => phase.id} />
        </ScrollArea>
      )}
    </Section>
  );
}

/** Phases with effort by team and cost, for each way to deliver the project. */
export function Phases({ answer }: { answer: ProjectAnswer }) {
  const { t } = useLanguage();
  if (answer.project.phases.length === 0)
    return (
      <Section title={t.sheet.phases}>
        <p className="fp-note">{t.sheet.noPhases}</p>
      </Section>
    );
  return answer.project.modes.map((mode) => <ModeTable key={mode.id} answer={answer} mode={mode} />);
}
