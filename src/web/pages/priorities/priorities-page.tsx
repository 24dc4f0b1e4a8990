import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PriorityRow } from '../../../planning/index.ts';
import { type PrioritiesAnswer, prioritiesQuery } from '../../api/priorities.ts';
import { meQuery } from '../../api/queries.ts';
import { USUAL_MOVE } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { ExportMenu, type PlainTable } from '../../plan/export-menu.tsx';
import { useMayEdit } from '../../plan/may-edit.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { German, IllustrativeNote } from '../../ui/marks.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { Empty, Loaded, Missing } from '../../ui/states.tsx';
import type { Column } from '../../ui/table.tsx';
import { RateDialog } from './rate-dialog.tsx';
import { SensitivitySection } from './sensitivity.tsx';

function Ranking({ answer, onRate }: { answer: PrioritiesAnswer; onRate: (row: PriorityRow) => void }) {
  const { t, f } = useLanguage();
  const words = t.priority;
  const { illustrative } = answer;
  const mayRate = useMayEdit() && answer.weighting.criteria.some(({ measure }) => measure === 'points');
  const columns: Column<PriorityRow>[] = [
    { key: 'rank', label: words.rank, numeric: true, strong: true, cell: ({ rank }) => f.number(rank) },
    {
      key: 'name',
      label: words.project,
      rowHeader: true,
      cell: ({ id, name }) => (
        <Link to="/projekte/$id" params={{ id }}>
          <German>{`${id} ${name}`}</German>
        </Link>
      ),
    },
    { key: 'class', label: words.class, cell: ({ commitmentClass }) => t.classes[commitmentClass] },
    {
      key: 'score',
      label: words.score,
      numeric: true,
      strong: true,
      illustrative,
      cell: ({ score }) => f.number(score, 1),
    },
    ...answer.weighting.criteria.map(
      ({ id, name, measure }, index): Column<PriorityRow> => ({
        key: `criterion ${id}`,
        label: name,
        numeric: true,
        illustrative: illustrative && (measure === 'effort' || measure === 'cost'),
        cell: ({ points }) => {
          const own = points[index];
          return own === null || own === undefined ? (
            <span className="fp-muted">{words.notRated}</span>
          ) : (
            f.number(own, Number.isInteger(own) ? 0 : 1)
          );
        },
      }),
    ),
    ...(mayRate
      ? [
          {
            key: 'rate',
            label: words.actions,
            hiddenLabel: true,
            cell: (row: PriorityRow) => (
              <Button look="quiet" aria-label={words.ratingOf(row.name)} onPress={() => onRate(row)}>
                {words.rate}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={words.ranking}>
      {(titleId) => (
        <ScrollArea labelledBy={titleId}>
          <LongTable labelledBy={titleId} columns={columns} rows={answer.rows} rowKey={({ id }) => id} />
        </ScrollArea>
      )}
    </Section>
  );
}

function useTable(answer: PrioritiesAnswer): () => PlainTable {
  const { t } = useLanguage();
  const words = t.priority;
  const { criteria } = answer.weighting;
  return () => ({
    head: [
      words.rank,
      t.portfolio.key,
      words.project,
      words.class,
      words.score,
      ...criteria.map(({ name, weight }) => `${name} (${words.weight} ${weight})`),
    ],
    lines: answer.rows.map((row) => [
      row.rank,
      row.id,
      row.name,
      t.classes[row.commitmentClass],
      row.score,
      ...row.points,
    ]),
  });
}

function Content({ answer }: { answer: PrioritiesAnswer }) {
  const { t } = useLanguage();
  const words = t.priority;
  const navigate = useNavigate({ from: '/projekte/prioritaeten' });
  const [rating, setRating] = useState<PriorityRow | null>(null);
  const table = useTable(answer);
  return (
    <>
      <div className="fp-tools">
        {answer.weightings.length > 1 && (
          <SelectField
            label={words.weighting}
            options={answer.weightings.map(({ id, name }) => ({ value: id, label: name, lang: 'de' }))}
            value={answer.weighting.id}
            onChange={(gewichtung) => void navigate({ search: (old) => ({ ...old, gewichtung }), replace: true })}
          />
        )}
        <span className="fp-tools__end">
          <ExportMenu name={words.fileName} table={table} />
        </span>
      </div>
      {answer.version === null && <p className="fp-message">{words.proposed}</p>}
      <div className="fp-stack">
        <Ranking answer={answer} onRate={setRating} />
        <SensitivitySection answer={answer} />
      </div>
      <p className="fp-foot">
        {words.rule} {answer.weighting.inPlanning ? words.countsNote : words.planNote}{' '}
        {answer.weighting.inPlanning && <Link to="/plaene">{words.toPlans}</Link>}{' '}
        {answer.illustrative && <IllustrativeNote />}
      </p>
      {rating && <RateDialog answer={answer} row={rating} onClose={() => setRating(null)} />}
    </>
  );
}

function Lead({ answer }: { answer: PrioritiesAnswer }) {
  const { t } = useLanguage();
  const duties = answer.rows.filter(({ commitmentClass }) => commitmentClass === 'mandatory').length;
  return t.priority.lead(answer.rows.length, duties);
}

/** The projects in the order of declared criteria, duties first. */
export function PrioritiesPage() {
  const { t } = useLanguage();
  const { gewichtung, um = USUAL_MOVE } = useSearch({ from: '/projekte/prioritaeten' });
  const query = useQuery({ ...prioritiesQuery(gewichtung, um), placeholderData: keepPreviousData });
  const { data: me } = useQuery(meQuery);
  const mayWeigh = me?.permissions.includes('writeRegister') === true;
  return (
    <div className="fp-page">
      <PageHead title={t.priority.title} lead={query.data?.rows.length ? <Lead answer={query.data} /> : undefined}>
        {mayWeigh && query.data && (
          <>
            {query.data.version !== null && (
              <Link to="/projekte/prioritaeten/$id" params={{ id: 'neu' }} className={buttonClass('quiet')}>
                {t.priority.add}
              </Link>
            )}
            <Link
              to="/projekte/prioritaeten/$id"
              params={{ id: query.data.weighting.id }}
              className={buttonClass('main')}
            >
              {t.priority.edit}
            </Link>
          </>
        )}
      </PageHead>
      <Loaded query={query} missing={<Missing>{t.priority.missing}</Missing>}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <Empty title={t.priority.none}>
              <p>{t.nextStep.ranking}</p>
              <p>
                <Link to="/projekte">{t.nextStep.toProjects}</Link>
              </p>
            </Empty>
          ) : (
            <Content answer={answer} />
          )
        }
      </Loaded>
    </div>
  );
}
