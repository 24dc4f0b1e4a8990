import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LoadDetail, LoadView } from '../../../planning/index.ts';
import { loadDetailQuery, meQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { heatStep } from '../../plan/heat.ts';
import { ProjectName } from '../../plan/project-name.tsx';
import { Ill, Signal } from '../../ui/marks.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

const signals = ['ok', 'ok', 'ok', 'near', 'bad'] as const;

function Detail({ detail, titleId, illustrative }: { detail: LoadDetail; titleId: string; illustrative: boolean }) {
  const { t, f } = useLanguage();
  const percent = detail.availableTenths > 0 ? Math.round((100 * detail.plannedTenths) / detail.availableTenths) : 0;
  const step = heatStep(percent);
  const days = (tenths: number) => (
    <>
      <Ill when={illustrative}>{f.days(tenths, true)}</Ill> {t.units.personDays}
    </>
  );
  const columns: Column<LoadDetail['projects'][number]>[] = [
    { key: 'name', label: t.project, rowHeader: true, cell: (row) => <ProjectName id={row.project} name={row.name} /> },
    { key: 'kind', label: t.roadmap.kind, cell: (row) => t.classLetters[row.commitmentClass] },
    {
      key: 'days',
      label: t.units.personDays,
      numeric: true,
      illustrative,
      cell: (row) => f.days(row.tenths, true),
    },
  ];
  return (
    <>
      <Facts>
        <Fact term={t.load.available}>
          {days(detail.availableTenths)} {t.load.afterLineWork}
        </Fact>
        <Fact term={t.load.planned}>
          {days(detail.plannedTenths)}, {f.percent(percent)} &ensp;
          <Signal shape={signals[step]}>{t.load.stepNames[step]}</Signal>
        </Fact>
        <Fact term={t.load.free}>{days(detail.availableTenths - detail.plannedTenths)}</Fact>
      </Facts>
      {detail.projects.length === 0 ? (
        <p className="fp-note">{t.load.noWork}</p>
      ) : (
        <DataTable
          labelledBy={titleId}
          columns={columns}
          rows={detail.projects}
          rowKey={(row) => row.project}
          tight
          rigid
          foot={
            <tr>
              <th scope="row" colSpan={2}>
                {t.sum}
              </th>
              <td className="fp-num">{f.days(detail.plannedTenths, true)}</td>
            </tr>
          }
        />
      )}
    </>
  );
}

/** What a team works on in a month. */
export function CellDetail({ team, month, view }: { team: string; month: string; view: LoadView }) {
  const { t, f } = useLanguage();
  const query = useQuery(loadDetailQuery(team, month));
  const { data: me } = useQuery(meQuery);
  const row = view.rows.find((one) => one.team === team);
  const detail = query.data;
  const weeks = detail ? t.weeks(detail.firstWeek, detail.lastWeek) : '';
  return (
    <aside className="fp-side" aria-label={t.load.behindTheCell}>
      <Section title={`${f.monthLong(month)}${weeks && `, ${weeks}`}`}>
        {(titleId) => (
          <>
            <p className="fp-muted">
              {row?.shortName ?? team} {row?.name}
            </p>
            {me?.permissions.includes('writeCapacity') && (
              <p>
                <Link to="/auslastung/team/$id" params={{ id: team }}>
                  {t.capacity.edit}
                </Link>
              </p>
            )}
            <Loaded query={query}>
              {(one) => <Detail detail={one} titleId={titleId} illustrative={row?.illustrative ?? false} />}
            </Loaded>
          </>
        )}
      </Section>
    </aside>
  );
}
