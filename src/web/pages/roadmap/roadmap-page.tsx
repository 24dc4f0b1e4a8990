import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { RoadmapView } from '../../../planning/index.ts';
import { roadmapQuery } from '../../api/queries.ts';
import type { RoadmapSearch } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { LeftOut } from '../../plan/left-out.tsx';
import { PlanState } from '../../plan/plan-state.tsx';
import { RoadmapTabs } from '../../plan/roadmap-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { ViewPanel, Views } from '../../ui/views.tsx';
import { Legend } from './legend.tsx';
import { Panel } from './panel.tsx';
import { PlanningState, usePlanning } from './planning.tsx';
import { RoadmapTable } from './roadmap-table.tsx';
import { filterAreas, regrouped, toRows } from './rows.ts';
import { Timeline } from './timeline.tsx';
import { Tools } from './tools.tsx';

/** What the address says, and how to change a part of it. */
function useRoadmapSearch(): [RoadmapSearch, (change: Partial<RoadmapSearch>) => void] {
  const search = useSearch({ from: '/fahrplan' });
  const navigate = useNavigate({ from: '/fahrplan' });
  const change = (part: Partial<RoadmapSearch>): void =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  return [search, change];
}

function Content({ view }: { view: RoadmapView }) {
  const { t } = useLanguage();
  const [search, change] = useRoadmapSearch();
  const areas = useMemo(() => {
    const fields = filterAreas(view.areas, search);
    return search.nach ? regrouped(fields, search.nach, t.roadmap.noGroup[search.nach]) : fields;
  }, [view, search, t]);
  const collapsed = useMemo(() => new Set(search.zu?.split(',')), [search.zu]);
  const rows = useMemo(() => toRows(areas, collapsed), [areas, collapsed]);
  const toggle = (area: string): void => {
    const next = new Set(collapsed);
    if (!next.delete(area)) next.add(area);
    change({ zu: [...next].join(',') || undefined });
  };
  const select = (project: string): void => change({ projekt: project === search.projekt ? undefined : project });
  const planning = usePlanning(view);
  const count = areas.reduce((sum, area) => sum + area.projects.length, 0);
  return (
    <Views
      value={search.ansicht ?? 'zeitplan'}
      onChange={(view) => change({ ansicht: view === 'tabelle' ? view : undefined })}
    >
      <Tools view={view} rows={rows} search={search} count={count} onChange={change} />
      <div className="fp-plan">
        <div>
          <PlanningState planning={planning} />
          {view.areas.length === 0 ? (
            <Empty title={t.projects.none}>
              <p>{t.nextStep.roadmap}</p>
              <p>
                <Link to="/projekte">{t.nextStep.toProjects}</Link>
              </p>
            </Empty>
          ) : count === 0 ? (
            <Empty title={t.roadmap.nothingMatches}>
              <p>{t.roadmap.loosenFilter}</p>
            </Empty>
          ) : (
            <>
              <ViewPanel id="zeitplan">
                <Timeline
                  view={view}
                  rows={rows}
                  zoom={search.massstab ?? 'quartal'}
                  chosen={search.projekt}
                  move={planning.move}
                  onHold={planning.hold}
                  onToggle={toggle}
                  onSelect={select}
                />
                <Legend />
              </ViewPanel>
              <ViewPanel id="tabelle">
                <RoadmapTable areas={areas} chosen={search.projekt} onSelect={select} />
              </ViewPanel>
            </>
          )}
          <LeftOut rows={view.dropped} />
        </div>
        <Panel view={view} chosen={search.projekt} planning={planning} />
      </div>
    </Views>
  );
}

export function RoadmapPage() {
  const { t } = useLanguage();
  const query = useQuery(roadmapQuery);
  const total = query.data?.areas.reduce((sum, area) => sum + area.projects.length, 0) ?? 0;
  return (
    <div className="fp-page">
      <PageHead title={t.nav.roadmap}>
        {query.data && <PlanState plan={query.data.plan} extra={t.roadmap.projects(total)} />}
      </PageHead>
      <RoadmapTabs />
      <Loaded query={query}>{(view) => <Content view={view} />}</Loaded>
    </div>
  );
}
