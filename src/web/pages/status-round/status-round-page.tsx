import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { afterSaving } from '../../api/saved.ts';
import { type RoundLink, type StatusRound, statusRoundQuery } from '../../api/status-round.ts';
import { useLanguage } from '../../language/context.tsx';
import { ProjectName } from '../../plan/project-name.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { AnswersSection, OpenSection } from './answers-section.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { LinksDialog } from './links-dialog.tsx';
import { StartDialog } from './start-dialog.tsx';

type Row = StatusRound['rows'][number];

/** No project that somebody could answer for. */
function Nobody() {
  const { t } = useLanguage();
  return (
    <Section title={t.statusRound.who}>
      <p className="fp-muted">{t.statusRound.whoNobody}</p>
      <p>
        <Link to="/projekte">{t.nextStep.toProjects}</Link>
      </p>
    </Section>
  );
}

/** Who answers for which project; what belongs to nobody and what is silent comes first. */
function WhoSection({ rows, onEdit }: { rows: readonly Row[]; onEdit: (row: Row) => void }) {
  const { t, f } = useLanguage();
  const nobody = (row: Row): boolean => row.contact === null && row.unit === null;
  const urgency = (row: Row): number => (nobody(row) ? 0 : row.silent ? 1 : 2);
  const sorted = [...rows].sort((a, b) => urgency(a) - urgency(b));
  const missing = rows.filter(nobody).length;
  const silent = rows.filter((row) => row.silent).length;
  return (
    <Section title={t.statusRound.who}>
      {(titleId) => (
        <>
          <p className="fp-muted">{t.statusRound.whoNote}</p>
          {(missing > 0 || silent > 0) && (
            <p className="fp-notice">
              {missing > 0 && <span>{t.statusRound.missing(missing)}</span>}
              {silent > 0 && <span>{t.statusRound.silent(silent)}</span>}
            </p>
          )}
          <LongTable
            labelledBy={titleId}
            rows={sorted}
            rowKey={(row) => row.project}
            columns={[
              {
                key: 'project',
                label: t.project,
                rowHeader: true,
                cell: (row) => <ProjectName id={row.project} name={row.name} />,
              },
              { key: 'unit', label: t.statusRound.unit, cell: (row) => row.unit?.name ?? t.statusRound.nobody },
              {
                key: 'contact',
                label: t.statusRound.contact,
                cell: (row) => (row.contact ? `${row.contact.name}, ${row.contact.mail}` : t.statusRound.nobody),
              },
              {
                key: 'last',
                label: t.statusRound.last,
                cell: (row) => (
                  <>
                    {row.lastReportOn ? f.date(row.lastReportOn) : t.statusRound.never}
                    {row.silent && <span className="fp-strong"> · {t.statusRound.silentMark}</span>}
                  </>
                ),
              },
              {
                key: 'planned',
                label: t.statusRound.planned,
                noWrap: true,
                cell: (row) =>
                  row.start && row.finish ? `${f.date(row.start)} – ${f.date(row.finish)}` : t.dateMissing,
              },
              {
                key: 'edit',
                label: t.people.actions,
                hiddenLabel: true,
                cell: (row) => (
                  <Button look="quiet" aria-label={t.statusRound.editOf(row.name)} onPress={() => onEdit(row)}>
                    {t.statusRound.edit}
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}

/** The monthly round: start it, see who has answered, decide what is odd. */
export function StatusRoundPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const query = useQuery(statusRoundQuery);
  const [starting, setStarting] = useState(false);
  const [links, setLinks] = useState<RoundLink[] | null>(null);
  const [edited, setEdited] = useState<Row | null>(null);
  const reload = (): void => void afterSaving(client);
  return (
    <div className="fp-page">
      <PageHead title={t.statusRound.title} lead={t.statusRound.lead}>
        <Button look="main" onPress={() => setStarting(true)} isDisabled={query.data === undefined}>
          {t.statusRound.start}
        </Button>
      </PageHead>
      <Loaded query={query}>
        {(round) => (
          <div className="fp-stack">
            {round.requests.length > 0 && <OpenSection round={round} onDone={reload} />}
            <AnswersSection
              round={round}
              onLink={(link) => {
                setLinks([link]);
                reload();
              }}
            />
            {round.rows.length > 0 ? <WhoSection rows={round.rows} onEdit={setEdited} /> : <Nobody />}
            {starting && (
              <StartDialog
                round={round}
                onClose={() => setStarting(false)}
                onStarted={(made) => {
                  setStarting(false);
                  setLinks(made);
                  reload();
                }}
              />
            )}
          </div>
        )}
      </Loaded>
      {links && <LinksDialog links={links} onClose={() => setLinks(null)} />}
      {edited && (
        <ContactDialog
          row={edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            reload();
          }}
        />
      )}
    </div>
  );
}
