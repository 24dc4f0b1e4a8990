import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { sendJson } from '../../api/client.ts';
import { confirmationsQuery, type OpenConfirmation, type SubjectRow } from '../../api/confirmations.ts';
import { afterSaving } from '../../api/saved.ts';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { useConfirmationLink } from '../../plan/confirmation-link.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table.tsx';
import { notify } from '../../ui/toast.tsx';
import { OpenAnswers } from './open-answers.tsx';

/** Talks, or offers of partners, each with when it was last confirmed. */
function Subjects(props: { offers: boolean; rows: readonly SubjectRow[]; onLink: (row: SubjectRow) => void }) {
  const { offers, rows, onLink } = props;
  const { t, f } = useLanguage();
  const words = t.confirmations;
  const named = (row: SubjectRow): string => `${row.name} ${row.detail}`.trim();
  return (
    <Section title={offers ? words.offers : words.talks}>
      {(titleId) =>
        rows.length === 0 ? (
          <>
            <p className="fp-muted">{offers ? words.noOffers : words.noTalks}</p>
            <p>
              {offers ? (
                <Link to="/fahrplan/partner">{t.nextStep.toPartners}</Link>
              ) : (
                <Link to="/bedarfe/gespraeche">{t.nextStep.toTalks}</Link>
              )}
            </p>
          </>
        ) : (
          <DataTable
            labelledBy={titleId}
            rows={rows}
            rowKey={(row) => row.target}
            columns={[
              { key: 'name', label: offers ? words.partner : words.unit, rowHeader: true, cell: (row) => row.name },
              ...(offers ? [{ key: 'offer', label: words.offer, cell: (row: SubjectRow) => row.detail }] : []),
              {
                key: 'on',
                label: offers ? words.from : words.held,
                cell: (row) => (row.on ? f.date(row.on) : t.dateMissing),
              },
              {
                key: 'confirmed',
                label: words.confirmed,
                cell: (row) => (row.confirmedOn ? f.date(row.confirmedOn) : words.notYet),
              },
              {
                key: 'link',
                label: words.actions,
                hiddenLabel: true,
                cell: (row) => (
                  <span className="fp-actions">
                    <Button look="quiet" aria-label={words.linkOf(named(row))} onPress={() => onLink(row)}>
                      {words.link}
                    </Button>
                    {row.linkUntil && <span className="fp-muted">{words.linkUntil(f.date(row.linkUntil))}</span>}
                  </span>
                ),
              },
            ]}
          />
        )
      }
    </Section>
  );
}

/** What heads of office and partners confirm by a link, and what they have answered. */
export function ConfirmationsPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const query = useQuery(confirmationsQuery);
  const action = useFormAction();
  const links = useConfirmationLink();
  const makeLink = ({ subject, target, name }: SubjectRow): void => links.make(subject, target, name);
  const decide = ({ id, subject }: OpenConfirmation, take: boolean): void => {
    void action.run(async () => {
      await sendJson('POST', `/confirmations/${id}/decision`, { take });
      await afterSaving(client);
      if (!take || subject !== 'offer') return;
      notify(t.confirmations.taken, {
        label: t.confirmations.seePlan,
        run: () => void navigate({ to: '/plaene' }),
      });
    });
  };
  return (
    <div className="fp-page">
      <PageHead title={t.confirmations.title} lead={t.confirmations.lead} />
      <StepProblem problem={action.problem ?? links.problem} />
      <Loaded query={query}>
        {(data) => (
          <div className="fp-stack">
            <OpenAnswers data={data} decide={decide} />
            <Subjects offers rows={data.subjects.filter((one) => one.subject === 'offer')} onLink={makeLink} />
            <Subjects
              offers={false}
              rows={data.subjects.filter((one) => one.subject === 'interview')}
              onLink={makeLink}
            />
          </div>
        )}
      </Loaded>
      {links.dialog}
    </div>
  );
}
