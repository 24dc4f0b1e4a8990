import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { NeedRow } from '../../../planning/index.ts';
import { type NeedsAnswer, needsQuery } from '../../api/needs.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { ExportMenu, type PlainTable } from '../../plan/export-menu.tsx';
import { NeedsTabs, useMayWriteNeeds } from '../../plan/needs-tabs.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { SearchField, SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, IllustrativeNote } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { filterNeeds } from './filter.ts';
import { NeedSignal, Outcome, Weight } from './outcome.tsx';
import { NeedLink, SimilarSection } from './similar.tsx';

const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join(', ');

function originText(need: NeedRow, t: Messages): string {
  return need.interviews.length === 0 ? t.needs.byHand : t.needs.talks(need.interviews.length);
}

function useColumns(): Column<NeedRow>[] {
  const { t } = useLanguage();
  const words = t.needs;
  return [
    {
      key: 'name',
      label: words.need,
      rowHeader: true,
      cell: (need) => <NeedLink id={need.id} name={need.name} />,
    },
    { key: 'units', label: words.offices, cell: (need) => <German>{names(need.units)}</German> },
    { key: 'weight', label: words.weight, numeric: true, cell: (need) => <Weight need={need} /> },
    { key: 'origin', label: words.origin, cell: (need) => originText(need, t) },
    { key: 'state', label: words.state, cell: (need) => <NeedSignal need={need} /> },
    { key: 'outcome', label: words.outcome, cell: (need) => <Outcome need={need} /> },
  ];
}

function tableOf(rows: readonly NeedRow[], t: Messages): PlainTable {
  const { needs: words } = t;
  return {
    head: [
      words.need,
      words.description,
      words.offices,
      words.weight,
      words.weightReason,
      words.origin,
      words.state,
      words.projects,
      words.answer,
    ],
    lines: rows.map((need) => [
      need.name,
      need.description,
      names(need.units),
      need.weight,
      need.weightReason,
      originText(need, t),
      need.mergedInto ? `${words.mergedInto}: ${need.mergedInto.name}` : words.states[need.state],
      need.projects.map(({ id }) => id).join(' '),
      need.answer,
    ]),
  };
}

function Content({ answer }: { answer: NeedsAnswer }) {
  const { t } = useLanguage();
  const words = t.needs;
  const search = useSearch({ from: '/bedarfe' });
  const navigate = useNavigate({ from: '/bedarfe' });
  const columns = useColumns();
  const shown = filterNeeds(answer.needs, search);
  const set = (part: Partial<typeof search>): void =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  const states = (['open', 'inProject', 'answered', 'merged'] as const).map((value) => ({
    value,
    label: words.states[value],
  }));
  const offices = answer.offices.filter(({ needs }) => needs.length > 0);
  const mayWrite = useMayWriteNeeds();
  return (
    <>
      {mayWrite && answer.similar.length > 0 && <SimilarSection answer={answer} />}
      <div className="fp-tools">
        <SearchField
          label={t.search}
          value={search.suche ?? ''}
          onChange={(value) => set({ suche: value || undefined })}
        />
        <SelectField
          label={words.office}
          all={t.all}
          options={offices.map(({ id, name }) => ({ value: id, label: name, lang: 'de' }))}
          value={search.amt ?? ''}
          onChange={(value) => set({ amt: value || undefined })}
        />
        <SelectField
          label={words.state}
          all={t.all}
          options={states}
          value={search.stand ?? ''}
          onChange={(value) => set({ stand: states.find((one) => one.value === value)?.value })}
        />
        <span role="status" className="fp-muted">
          {words.shown(shown.length, answer.needs.length)}
        </span>
        <span className="fp-tools__end">
          <ExportMenu name={words.fileName} table={() => tableOf(shown, t)} />
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty title={words.nothingMatches}>
          <Button onPress={() => void navigate({ search: {} })}>{t.resetFilter}</Button>
        </Empty>
      ) : (
        <Section title={words.list} hiddenTitle>
          {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={shown} rowKey={({ id }) => id} />}
        </Section>
      )}
      {shown.some((need) => need.illustrative) && (
        <p className="fp-foot">
          <IllustrativeNote />
        </p>
      )}
    </>
  );
}

function Lead({ answer }: { answer: NeedsAnswer }) {
  const { t } = useLanguage();
  const standing = answer.needs.filter((need) => need.mergedInto === null);
  const count = (state: NeedRow['state']): number => standing.filter((need) => need.state === state).length;
  return t.needs.lead(standing.length, count('inProject'), count('answered'), count('open'));
}

/** The wishes of the offices: what has become of each, and which may be the same. */
export function NeedsPage() {
  const { t } = useLanguage();
  const query = useQuery(needsQuery);
  const mayWrite = useMayWriteNeeds();
  return (
    <div className="fp-page">
      <PageHead title={t.needs.nav} lead={query.data && <Lead answer={query.data} />}>
        {mayWrite && (
          <Link to="/bedarfe/$id/bearbeiten" params={{ id: 'neu' }} className={buttonClass()}>
            {t.needs.add}
          </Link>
        )}
      </PageHead>
      <NeedsTabs />
      <Loaded query={query}>
        {(answer) =>
          answer.needs.length === 0 ? (
            <Empty title={t.needs.none}>
              <p>{t.needs.noneAdvice}</p>
              <Link to="/bedarfe/gespraeche">{t.talks.title}</Link>
            </Empty>
          ) : (
            <Content answer={answer} />
          )
        }
      </Loaded>
    </div>
  );
}
