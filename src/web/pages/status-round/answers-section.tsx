import { sendJson } from '../../api/client.ts';
import type { RoundLink, RoundRequest, StatusRound } from '../../api/status-round.ts';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { ProjectName } from '../../plan/project-name.tsx';
import { Button } from '../../ui/button.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table.tsx';

type Item = RoundRequest['items'][number];
interface OpenItem extends Item {
  request: RoundRequest;
  name: string;
}

/** What somebody said about a project, in words. */
function Answer({ item }: { item: Item }) {
  const { t, f } = useLanguage();
  return (
    <>
      <p>
        {t.statuses[item.status]}, {t.statusRound.dateRights[item.dateRight]}
        {item.expectedFinish && `, ${t.statusRound.expects(f.date(item.expectedFinish))}`}
      </p>
      {item.problem && <p className="fp-muted">{item.problem}</p>}
    </>
  );
}

function Decision({ name, decide }: { name: string; decide: (take: boolean) => void }) {
  const { t } = useLanguage();
  return (
    <span className="fp-actions">
      <Button aria-label={t.statusRound.takeOf(name)} onPress={() => decide(true)}>
        {t.statusRound.take}
      </Button>
      <Button look="quiet" aria-label={t.statusRound.declineOf(name)} onPress={() => decide(false)}>
        {t.statusRound.decline}
      </Button>
    </span>
  );
}

/** Answers that the programme team has to decide about. */
export function OpenSection({ round, onDone }: { round: StatusRound; onDone: () => void }) {
  const { t } = useLanguage();
  const action = useFormAction();
  const nameOf = (id: string): string => round.rows.find((row) => row.project === id)?.name ?? id;
  const items: OpenItem[] = round.requests.flatMap((request) =>
    request.items
      .filter((item) => item.state === 'open')
      .map((item) => ({ ...item, request, name: nameOf(item.project) })),
  );
  const decide = ({ request, project }: OpenItem, take: boolean): void => {
    void action.run(async () => {
      await sendJson('POST', `/status-requests/${request.id}/decision`, { project, take });
      onDone();
    });
  };
  return (
    <Section title={t.statusRound.open}>
      {(titleId) => (
        <>
          <StepProblem problem={action.problem} />
          {items.length === 0 ? (
            <p className="fp-muted">{t.statusRound.nothingOpen}</p>
          ) : (
            <>
              <p className="fp-muted">{t.statusRound.openNote}</p>
              <DataTable
                labelledBy={titleId}
                rows={items}
                rowKey={(item) => `${item.request.id} ${item.project}`}
                columns={[
                  {
                    key: 'project',
                    label: t.project,
                    rowHeader: true,
                    cell: (item) => <ProjectName id={item.project} name={item.name} />,
                  },
                  { key: 'who', label: t.statusRound.recipient, cell: (item) => item.request.recipient.name },
                  { key: 'says', label: t.statusRound.says, cell: (item) => <Answer item={item} /> },
                  {
                    key: 'odd',
                    label: t.statusRound.odd,
                    cell: (item) => item.flags.map((flag) => t.statusRound.flags[flag]).join(' ') || t.none,
                  },
                  {
                    key: 'actions',
                    label: t.people.actions,
                    hiddenLabel: true,
                    cell: (item) => <Decision name={item.name} decide={(take) => decide(item, take)} />,
                  },
                ]}
              />
            </>
          )}
        </>
      )}
    </Section>
  );
}

/** Who has answered in the last round, and a new link for whoever has not. */
export function AnswersSection(props: { round: StatusRound; onLink: (link: RoundLink) => void }) {
  const { round, onLink } = props;
  const { t, f } = useLanguage();
  const action = useFormAction();
  const [first] = round.requests;
  const stateOf = ({ answeredOn, linkUntil }: RoundRequest): string => {
    if (answeredOn) return t.statusRound.states.answered(f.date(answeredOn));
    return linkUntil ? t.statusRound.states.waiting(f.date(linkUntil)) : t.statusRound.states.expired;
  };
  const again = (id: string): void => {
    void action.run(async () => onLink(await sendJson<RoundLink>('POST', `/status-requests/${id}/link`, undefined)));
  };
  if (first === undefined) {
    return (
      <Empty title={t.statusRound.noRound}>
        <p>{t.statusRound.noRoundAdvice}</p>
      </Empty>
    );
  }
  const done = round.requests.filter((one) => one.answeredOn !== null).length;
  return (
    <Section title={t.statusRound.answers} end={t.statusRound.answered(done, round.requests.length)}>
      {(titleId) => (
        <>
          <p className="fp-muted">{t.statusRound.roundOf(f.date(first.startedOn), f.date(first.dueOn))}</p>
          <StepProblem problem={action.problem} />
          <DataTable
            labelledBy={titleId}
            rows={round.requests}
            rowKey={(request) => request.id}
            columns={[
              {
                key: 'who',
                label: t.statusRound.recipient,
                rowHeader: true,
                cell: ({ recipient }) => recipient.name,
              },
              { key: 'mail', label: t.statusRound.mail, cell: ({ recipient }) => recipient.mail ?? '–' },
              {
                key: 'projects',
                label: t.statusRound.projects,
                numeric: true,
                cell: ({ projects }) => f.number(projects.length),
              },
              { key: 'state', label: t.statusRound.state, cell: stateOf },
              {
                key: 'link',
                label: t.people.actions,
                hiddenLabel: true,
                cell: ({ id, recipient }) => (
                  <Button look="quiet" aria-label={t.statusRound.newLinkFor(recipient.name)} onPress={() => again(id)}>
                    {t.statusRound.newLink}
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
