import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RoadmapView } from '../../../planning/index.ts';
import { roadmapQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { NewRegister, useMayWrite } from '../../plan/edit-register.tsx';
import { RoadmapTabs } from '../../plan/roadmap-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Row = RoadmapView['alternatives'][number];

function Members({ projects }: Pick<Row, 'projects'>) {
  const { t } = useLanguage();
  const words = t.exclusive;
  return (
    <ul className="fp-bullets">
      {projects.map(({ id, name, planned }) => (
        <li key={id}>
          <Link to="/projekte/$id" params={{ id }}>
            <German>{name}</German>
          </Link>
          {`: ${planned ? words.planned : words.notPlanned}`}
        </li>
      ))}
    </ul>
  );
}

function useColumns(): Column<Row>[] {
  const words = useLanguage().t.exclusive;
  const mayWrite = useMayWrite();
  return [
    {
      key: 'name',
      label: words.name,
      rowHeader: true,
      cell: ({ id, name }) =>
        mayWrite ? (
          <Link to="/fahrplan/alternativen/$id" params={{ id }}>
            <German>{name}</German>
          </Link>
        ) : (
          <Link to="/belege/$kind/$id" params={{ kind: 'alternative', id }}>
            <German>{name}</German>
          </Link>
        ),
    },
    { key: 'choice', label: words.choice, cell: ({ choice }) => words.choices[choice] },
    { key: 'projects', label: words.projects, cell: ({ projects }) => <Members projects={projects} /> },
  ];
}

/** Projects that exclude each other, and which of them the plan has chosen. */
export function AlternativesPage() {
  const { t } = useLanguage();
  const words = t.exclusive;
  const query = useQuery(roadmapQuery);
  const columns = useColumns();
  return (
    <div className="fp-page">
      <PageHead title={words.title} lead={words.lead}>
        <NewRegister kind="alternative">{words.add}</NewRegister>
      </PageHead>
      <RoadmapTabs />
      <Loaded query={query}>
        {({ alternatives }) =>
          alternatives.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneAdvice}</p>
            </Empty>
          ) : (
            <Section title={words.title} hiddenTitle>
              {(titleId) => (
                <DataTable labelledBy={titleId} columns={columns} rows={alternatives} rowKey={({ id }) => id} />
              )}
            </Section>
          )
        }
      </Loaded>
    </div>
  );
}
