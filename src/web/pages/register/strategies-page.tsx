import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Strategy } from '../../../agenda/index.ts';
import { strategiesQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { NewRegister } from '../../plan/edit-register.tsx';
import { LawTabs } from '../../plan/law-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

function useColumns(): Column<Strategy>[] {
  const { t, f } = useLanguage();
  const { register } = t;
  return [
    {
      key: 'name',
      label: register.strategy,
      rowHeader: true,
      cell: (row) => (
        <Link to="/belege/$kind/$id" params={{ kind: 'strategy', id: row.id }}>
          <German>{row.name}</German>
        </Link>
      ),
    },
    { key: 'issuer', label: register.issuer, cell: (row) => <German>{row.issuer}</German> },
    { key: 'level', label: register.level, cell: (row) => register.levels[row.level] },
    { key: 'binding', label: register.binding, cell: (row) => (row.binding ? register.yes : register.no) },
    { key: 'status', label: register.stateOf, cell: (row) => register.strategyStatus[row.status] },
    { key: 'goals', label: register.goals, numeric: true, cell: (row) => f.number(row.goals.length) },
  ];
}

/** Strategies of every level that the agenda serves, and whether they bind this city. */
export function StrategiesPage() {
  const { t } = useLanguage();
  const query = useQuery(strategiesQuery);
  const columns = useColumns();
  const rows = query.data?.records.map(({ body }) => body) ?? [];
  const binding = rows.filter((row) => row.binding && row.status === 'adopted').length;
  return (
    <div className="fp-page">
      <PageHead title={t.lawPages.tabs.strategies} lead={query.data && t.register.strategiesLead(rows.length, binding)}>
        <NewRegister kind="strategy">{t.register.newStrategy}</NewRegister>
      </PageHead>
      <LawTabs />
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t.register.noStrategies}>
              <p>{t.nextStep.strategies}</p>
            </Empty>
          ) : (
            <Section title={t.register.strategies} hiddenTitle>
              {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={({ id }) => id} />}
            </Section>
          )
        }
      </Loaded>
    </div>
  );
}
