import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PrerequisiteRow } from '../../../planning/index.ts';
import { prerequisitesQuery } from '../../api/groundwork.ts';
import { useLanguage } from '../../language/context.tsx';
import { NewRegister, useMayWrite } from '../../plan/edit-register.tsx';
import { RoadmapTabs } from '../../plan/roadmap-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { DatedProjects } from './effect.tsx';

const shapes = { met: 'ok', expected: 'wait', late: 'bad', undated: 'off' } as const;

function useColumns(): Column<PrerequisiteRow>[] {
  const { t, f } = useLanguage();
  const words = t.prerequisites;
  const mayWrite = useMayWrite();
  const day = ({ metOn, expectedOn }: PrerequisiteRow): string => {
    const on = metOn ?? expectedOn;
    return on === null ? t.dateMissing : f.date(on);
  };
  return [
    {
      key: 'name',
      label: words.name,
      rowHeader: true,
      cell: ({ id, name }) =>
        mayWrite ? (
          <Link to="/fahrplan/voraussetzungen/$id" params={{ id }}>
            <German>{name}</German>
          </Link>
        ) : (
          <Link to="/belege/$kind/$id" params={{ kind: 'prerequisite', id }}>
            <German>{name}</German>
          </Link>
        ),
    },
    {
      key: 'kind',
      label: words.kind,
      cell: ({ kind, partner, paper }) => (
        <>
          {words.kinds[kind]}
          {(partner ?? paper) && (
            <p className="fp-muted">
              <German>{partner ?? paper}</German>
            </p>
          )}
        </>
      ),
    },
    { key: 'when', label: words.when, noWrap: true, cell: day },
    {
      key: 'state',
      label: words.state,
      cell: ({ state }) => <Signal shape={shapes[state]}>{words.states[state]}</Signal>,
    },
    {
      key: 'waiting',
      label: t.groundwork.waiting,
      cell: ({ projects }) => (projects.length === 0 ? '–' : <DatedProjects projects={projects} />),
    },
    {
      key: 'stages',
      label: words.stages,
      cell: ({ stages }) => <German>{f.list(stages.map(({ name }) => name)) || '–'}</German>,
    },
  ];
}

/** What must be there before projects and stages begin, and is no project itself. */
export function PrerequisitesPage() {
  const { t } = useLanguage();
  const words = t.prerequisites;
  const query = useQuery(prerequisitesQuery);
  const columns = useColumns();
  return (
    <div className="fp-page">
      <PageHead title={words.title} lead={words.lead}>
        <NewRegister kind="prerequisite">{words.add}</NewRegister>
      </PageHead>
      <RoadmapTabs />
      <Loaded query={query}>
        {({ prerequisites }) =>
          prerequisites.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneAdvice}</p>
            </Empty>
          ) : (
            <Section title={words.title} hiddenTitle>
              {(titleId) => (
                <>
                  <DataTable labelledBy={titleId} columns={columns} rows={prerequisites} rowKey={({ id }) => id} />
                  <p className="fp-foot">{words.undatedRule}</p>
                </>
              )}
            </Section>
          )
        }
      </Loaded>
    </div>
  );
}
