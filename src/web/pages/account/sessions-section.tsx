import { sendJson } from '../../api/client.ts';
import type { Account } from '../../api/identity.ts';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';

/** Where the account is signed in; any of it can be ended. */
export function SessionsSection({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t, f } = useLanguage();
  const action = useFormAction();
  const end = (id?: string): void => {
    void action.run(async () => {
      await sendJson('POST', '/account/sessions/end', id === undefined ? {} : { id });
      onDone();
    });
  };
  const deviceOf = (device: string): string => device || t.account.unknownDevice;
  return (
    <Section title={t.account.sessions}>
      {(titleId) => (
        <>
          <p className="fp-muted">{t.account.sessionsNote}</p>
          <StepProblem problem={action.problem} />
          <DataTable
            labelledBy={titleId}
            rows={account.sessions}
            rowKey={(session) => session.id}
            columns={[
              { key: 'device', label: t.account.device, rowHeader: true, cell: ({ device }) => deviceOf(device) },
              { key: 'since', label: t.account.since, cell: ({ createdAt }) => f.timestamp(createdAt) },
              { key: 'seen', label: t.account.seen, cell: ({ lastSeenAt }) => f.timestamp(lastSeenAt) },
              {
                key: 'end',
                label: t.account.actions,
                hiddenLabel: true,
                cell: ({ id, device, createdAt, current }) =>
                  current ? (
                    t.account.current
                  ) : (
                    <Button
                      look="quiet"
                      aria-label={t.account.endOf(deviceOf(device), f.timestamp(createdAt))}
                      onPress={() => end(id)}
                    >
                      {t.account.end}
                    </Button>
                  ),
              },
            ]}
          />
          {account.sessions.length > 1 && (
            <div className="fp-actions">
              <Button onPress={() => end()}>{t.account.endOthers}</Button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}
