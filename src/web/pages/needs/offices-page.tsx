import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { NeedOffice, NeedRow } from '../../../planning/index.ts';
import { type NeedsAnswer, needsQuery } from '../../api/needs.ts';
import { useLanguage } from '../../language/context.tsx';
import { NeedsTabs } from '../../plan/needs-tabs.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, IllustrativeNote } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded, Missing } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { NeedSignal, Outcome, Weight } from './outcome.tsx';
import { NeedLink } from './similar.tsx';

/** The wishes that an office has uttered itself; what was merged stands with what became of the whole. */
const wishesOf = ({ needs }: NeedsAnswer, office: NeedOffice): NeedRow[] =>
  office.needs.flatMap((id) => needs.find((need) => need.id === id) ?? []);

const openIn = (wishes: readonly NeedRow[]): number => wishes.filter(({ state }) => state === 'open').length;

function OfficesTable({ answer }: { answer: NeedsAnswer }) {
  const { t, f } = useLanguage();
  const words = t.needOffices;
  const columns: Column<NeedOffice>[] = [
    {
      key: 'name',
      label: t.needs.office,
      rowHeader: true,
      cell: ({ id, name }) => (
        <Link to="/bedarfe/aemter/$id" params={{ id }}>
          <German>{name}</German>
        </Link>
      ),
    },
    {
      key: 'talk',
      label: words.lastTalk,
      cell: ({ talks, talkOn }) =>
        talks === 0 ? <span className="fp-muted">{words.noTalk}</span> : talkOn ? f.date(talkOn) : words.talkUndated,
    },
    {
      key: 'confirmed',
      label: words.confirmed,
      cell: ({ talks, confirmed }) => (talks === 0 ? '–' : words.confirmedOf(confirmed, talks)),
    },
    { key: 'wishes', label: words.wishes, numeric: true, cell: ({ needs }) => f.number(needs.length) },
    {
      key: 'open',
      label: t.needs.states.open,
      numeric: true,
      strong: true,
      cell: (office) => f.number(openIn(wishesOf(answer, office))),
    },
  ];
  return (
    <Section title={words.table} hiddenTitle>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={answer.offices} rowKey={({ id }) => id} />}
    </Section>
  );
}

/** Which offices have been talked with, and how many of their wishes still wait. */
export function OfficesPage() {
  const { t } = useLanguage();
  const query = useQuery(needsQuery);
  const offices = query.data?.offices ?? [];
  const talked = offices.filter(({ talks }) => talks > 0).length;
  return (
    <div className="fp-page">
      <PageHead title={t.needOffices.title} lead={query.data && t.needOffices.lead(talked, offices.length)} />
      <NeedsTabs />
      <Loaded query={query}>
        {(answer) =>
          answer.offices.length === 0 ? (
            <Empty title={t.nextStep.offices}>
              <p>{t.nextStep.officesAdvice}</p>
              <p>
                <Link to="/auslastung/amt/$id" params={{ id: 'neu' }}>
                  {t.capacity.newUnit}
                </Link>
              </p>
            </Empty>
          ) : (
            <OfficesTable answer={answer} />
          )
        }
      </Loaded>
    </div>
  );
}

/** What became of each wish of one office: the page that goes back to it, also on paper. */
function OfficeContent({ answer, office }: { answer: NeedsAnswer; office: NeedOffice }) {
  const { t, f } = useLanguage();
  const words = t.needOffices;
  const wishes = wishesOf(answer, office);
  const columns: Column<NeedRow>[] = [
    {
      key: 'name',
      label: words.wish,
      rowHeader: true,
      cell: (need) => (
        <>
          <NeedLink id={need.id} name={need.name} />
          {need.mergedInto && <p className="fp-muted">{words.heardIn(need.mergedInto.name)}</p>}
        </>
      ),
    },
    { key: 'weight', label: t.needs.weight, numeric: true, cell: (need) => <Weight need={need} /> },
    { key: 'state', label: t.needs.state, cell: (need) => <NeedSignal need={need} /> },
    { key: 'outcome', label: t.needs.outcome, cell: (need) => <Outcome need={need} /> },
  ];
  return (
    <>
      <PageHead
        title={office.name}
        heading={<German>{office.name}</German>}
        lead={words.officeLead(wishes.length, openIn(wishes))}
      >
        <span className="fp-state">{words.asOf(f.date(answer.asOf))}</span>
        <Button onPress={() => window.print()}>{t.needs.print}</Button>
      </PageHead>
      <NeedsTabs />
      {wishes.length === 0 ? (
        <Empty title={words.noWishes} />
      ) : (
        <Section title={words.title}>
          {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={wishes} rowKey={({ id }) => id} />}
        </Section>
      )}
      {wishes.some((need) => need.illustrative) && (
        <p className="fp-foot">
          <IllustrativeNote />
        </p>
      )}
    </>
  );
}

export function OfficePage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/bedarfe/aemter/$id' });
  const query = useQuery(needsQuery);
  const office = query.data?.offices.find((one) => one.id === id);
  return (
    <div className="fp-page">
      {office === undefined && <PageHead title={t.needs.office} />}
      <Loaded query={query}>
        {(answer) =>
          office === undefined ? (
            <Missing>{t.needOffices.missing}</Missing>
          ) : (
            <OfficeContent answer={answer} office={office} />
          )
        }
      </Loaded>
    </div>
  );
}
