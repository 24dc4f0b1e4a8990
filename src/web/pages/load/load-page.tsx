import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { LoadView } from '../../../planning/index.ts';
import { loadQuery, meQuery } from '../../api/queries.ts';
import type { LoadSearch } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { PlanState } from '../../plan/plan-state.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { IllustrativeNote } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { ViewList, ViewPanel, Views } from '../../ui/views.tsx';
import { Budget, FollowUp } from './budget.tsx';
import { CellDetail } from './cell-detail.tsx';
import { HeatLegend } from './heat-legend.tsx';
import { HeatMap } from './heat-map.tsx';
import type { HeatCell } from './heat-row.tsx';
import { LoadTable } from './load-table.tsx';
import { PlanAndActual } from './plan-and-actual.tsx';
import { QuotaDetail } from './quota-detail.tsx';

/** Which team is the bottleneck, in a sentence. */
function Lead({ view }: { view: LoadView }) {
  const { t, f } = useLanguage();
  const row = view.rows.find((one) => one.team === view.bottleneck);
  const last = view.months.at(-1);
  if (row === undefined || last === undefined) return null;
  return t.load.lead(row.name, row.shortName, f.monthLong(last), f.percent(row.percent));
}

/** The bottleneck's fullest month: where the panel begins when nothing is chosen. */
function fullestMonth(view: LoadView): HeatCell | undefined {
  const row = view.rows.find((one) => one.team === view.bottleneck) ?? view.rows[0];
  const cell = row?.cells.reduce((most, one) => (one.percent > most.percent ? one : most));
  return row && cell && { team: row.team, month: cell.month };
}

/** The ways to a new team and a new budget line, for those who may. */
function NewRecords() {
  const { t } = useLanguage();
  const { data: me } = useQuery(meQuery);
  if (!me?.permissions.includes('writeCapacity')) return null;
  return (
    <p className="fp-actions fp-gap">
      <Link to="/auslastung/amt/$id" params={{ id: 'neu' }}>
        {t.capacity.newUnit}
      </Link>
      <Link to="/auslastung/team/$id" params={{ id: 'neu' }}>
        {t.capacity.newTeam}
      </Link>
      <Link to="/auslastung/budget/$id" params={{ id: 'neu' }}>
        {t.capacity.newBudget}
      </Link>
    </p>
  );
}

function chosenCell({ team, angebot, monat }: LoadSearch): HeatCell | undefined {
  if (monat === undefined) return undefined;
  if (angebot !== undefined) return { offer: angebot, month: monat };
  return team === undefined ? undefined : { team, month: monat };
}

function addressOf(cell: HeatCell): Partial<LoadSearch> {
  return 'team' in cell
    ? { team: cell.team, angebot: undefined, monat: cell.month }
    : { team: undefined, angebot: cell.offer, monat: cell.month };
}

function Detail({ cell, view }: { cell: HeatCell; view: LoadView }) {
  if ('team' in cell) return <CellDetail team={cell.team} month={cell.month} view={view} />;
  return <QuotaDetail offer={cell.offer} month={cell.month} view={view} />;
}

function Content({ view }: { view: LoadView }) {
  const { t } = useLanguage();
  const search = useSearch({ from: '/auslastung' });
  const navigate = useNavigate({ from: '/auslastung' });
  const change = (part: Partial<LoadSearch>): void =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  const chosen = chosenCell(search) ?? fullestMonth(view);
  return (
    <Views
      value={search.ansicht ?? 'karte'}
      onChange={(value) => change({ ansicht: value === 'tabelle' ? value : undefined })}
    >
      <PageHead title={t.nav.load} lead={<Lead view={view} />}>
        <ViewList
          label={t.view}
          choices={[
            { value: 'karte', label: t.load.map },
            { value: 'tabelle', label: t.table },
          ]}
        />
      </PageHead>
      <div className="fp-two fp-two--near">
        <div>
          <Section title={t.load.share} end={<span className="fp-note">{t.load.lineDeducted}</span>}>
            {(titleId) => (
              <>
                <ViewPanel id="karte">
                  <HeatMap
                    view={view}
                    labelledBy={titleId}
                    chosen={chosen}
                    onChoose={(cell) => change(addressOf(cell))}
                  />
                  <HeatLegend />
                </ViewPanel>
                <ViewPanel id="tabelle">
                  <LoadTable view={view} labelledBy={titleId} />
                </ViewPanel>
              </>
            )}
          </Section>
          {view.budgetLines.map((line) => (
            <Fragment key={line.id}>
              <Budget line={line} />
              <PlanAndActual line={line.id} />
            </Fragment>
          ))}
          <FollowUp years={view.followUp} />
          <NewRecords />
          <p className="fp-foot">
            <PlanState plan={view.plan} />. <IllustrativeNote /> {t.illustrativeColumn}
          </p>
        </div>
        {chosen && <Detail cell={chosen} view={view} />}
      </div>
    </Views>
  );
}

export function LoadPage() {
  const { t } = useLanguage();
  const query = useQuery(loadQuery);
  return (
    <div className="fp-page">
      {!query.data?.rows.length && <PageHead title={t.nav.load} />}
      <Loaded query={query}>
        {(view) =>
          view.rows.length === 0 ? (
            <Empty title={t.overview.noTeams}>
              <p>{t.nextStep.load}</p>
              <NewRecords />
            </Empty>
          ) : (
            <Content view={view} />
          )
        }
      </Loaded>
    </div>
  );
}
