import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PartnerRow } from '../../../planning/index.ts';
import { partnerRowsQuery } from '../../api/groundwork.ts';
import { useLanguage } from '../../language/context.tsx';
import { useConfirmationLink } from '../../plan/confirmation-link.tsx';
import { EditRegister, NewRegister, useMayWrite } from '../../plan/edit-register.tsx';
import { RoadmapTabs } from '../../plan/roadmap-tabs.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { DatedProjects } from './effect.tsx';

type Offer = PartnerRow['offers'][number];

function useColumns(onAsk: ((offer: Offer) => void) | null): Column<Offer>[] {
  const { t, f } = useLanguage();
  const words = t.partners;
  const columns: Column<Offer>[] = [
    {
      key: 'deliverable',
      label: words.offer,
      rowHeader: true,
      cell: ({ deliverable }) => <German>{deliverable}</German>,
    },
    {
      key: 'from',
      label: words.from,
      noWrap: true,
      cell: ({ availableFrom }) => (availableFrom ? f.date(availableFrom) : '–'),
    },
    {
      key: 'until',
      label: words.until,
      noWrap: true,
      cell: ({ fundedUntil }) => (fundedUntil ? f.date(fundedUntil) : '–'),
    },
    {
      key: 'lead',
      label: words.leadTime,
      cell: ({ leadTimeWeeks }) => (leadTimeWeeks === undefined ? '–' : words.weeks(leadTimeWeeks)),
    },
    {
      key: 'quota',
      label: words.quota,
      cell: ({ quotaPerYear }) => (quotaPerYear === undefined ? '–' : words.perYear(quotaPerYear)),
    },
    {
      key: 'confirmed',
      label: words.confirmed,
      noWrap: true,
      cell: ({ confirmedOn }) => (confirmedOn ? f.date(confirmedOn) : words.notYet),
    },
    {
      key: 'projects',
      label: words.projects,
      cell: ({ projects }) => (projects.length === 0 ? '–' : <DatedProjects projects={projects} />),
    },
  ];
  if (onAsk === null) return columns;
  return [
    ...columns,
    {
      key: 'ask',
      label: t.groundwork.actions,
      hiddenLabel: true,
      cell: (offer) => (
        <Button look="quiet" aria-label={words.askOf(offer.deliverable)} onPress={() => onAsk(offer)}>
          {words.ask}
        </Button>
      ),
    },
  ];
}

function Partner({ partner, onAsk }: { partner: PartnerRow; onAsk: ((offer: Offer) => void) | null }) {
  const { t } = useLanguage();
  const words = t.partners;
  const columns = useColumns(onAsk);
  return (
    <Section gap title={<German>{partner.name}</German>} end={<EditRegister kind="partner" id={partner.id} />}>
      {(titleId) => (
        <>
          <p className="fp-note">
            {words.levels[partner.level]}
            {partner.role && (
              <>
                {' · '}
                <German>{partner.role}</German>
              </>
            )}
          </p>
          {partner.offers.length === 0 ? (
            <p className="fp-muted">{words.noOffers}</p>
          ) : (
            <DataTable labelledBy={titleId} columns={columns} rows={partner.offers} rowKey={({ id }) => id} />
          )}
        </>
      )}
    </Section>
  );
}

/** Partners by level with what they offer, and the ways to have it confirmed. */
export function PartnersPage() {
  const { t } = useLanguage();
  const words = t.partners;
  const query = useQuery(partnerRowsQuery);
  const mayWrite = useMayWrite();
  const links = useConfirmationLink();
  const levels = Object.keys(words.levels);
  const byLevel = (partners: readonly PartnerRow[]): PartnerRow[] =>
    partners.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  return (
    <div className="fp-page">
      <PageHead title={words.title} lead={words.lead}>
        <NewRegister kind="partner">{words.add}</NewRegister>
      </PageHead>
      <RoadmapTabs />
      <StepProblem problem={links.problem} />
      {mayWrite && (
        <p>
          <Link to="/bestaetigungen">{words.answers}</Link>
        </p>
      )}
      <Loaded query={query}>
        {({ partners }) =>
          partners.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneAdvice}</p>
            </Empty>
          ) : (
            byLevel(partners).map((partner) => (
              <Partner
                key={partner.id}
                partner={partner}
                onAsk={mayWrite ? (offer) => links.make('offer', `${partner.id}/${offer.id}`, partner.name) : null}
              />
            ))
          )
        }
      </Loaded>
      {links.dialog}
    </div>
  );
}
