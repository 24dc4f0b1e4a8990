import { useState } from 'react';
import type { Release } from '../../../council/index.ts';
import { statementFile } from '../../api/queries.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { mayDo, type PanelProps, signer } from './panel.ts';

/** Asks for the reason that the public will read; without one nothing is withdrawn, and the field says so. */
function Withdraw({ desk, work, release }: PanelProps & { release: Release }) {
  const { t } = useLanguage();
  const { paper, edition } = release;
  const [reason, setReason, forget] = useDraft(`statement withdrawal ${paper} ${edition}`, '');
  const [asking, setAsking] = useState(false);
  const { problem, setProblem, refuse, errorAt } = useSave();
  const withdraw = async (): Promise<void> => {
    if (reason.trim() === '') return refuse([{ pointer: '/reason', detail: t.work.withdrawNeedsReason }]);
    setProblem(null);
    setAsking(false); // the second factor may be asked for next
    if (await work.step(desk, 'withdraw', { edition, reason: reason.trim() })) forget();
  };
  return (
    <>
      <Button
        look="quiet"
        aria-label={`${t.work.withdraw}: ${t.work.edition(edition)}`}
        isDisabled={work.busy}
        onPress={() => setAsking(true)}
      >
        {t.work.withdraw}
      </Button>
      {asking && (
        <Dialog title={t.work.withdrawTitle(edition)} onClose={() => setAsking(false)}>
          <p>{t.work.withdrawAdvice}</p>
          <Form problem={problem} onSend={() => void withdraw()}>
            <TextInput
              label={t.work.withdrawReason}
              value={reason}
              rows={3}
              lang="de"
              error={errorAt('/reason')}
              onChange={setReason}
            />
            <div className="fp-actions">
              <Button look="main" onPress={() => setAsking(false)}>
                {t.work.withdrawNot}
              </Button>
              <Button type="submit">{t.work.withdraw}</Button>
            </div>
          </Form>
        </Dialog>
      )}
    </>
  );
}

function Edition(props: PanelProps & { release: Release; standing: boolean }) {
  const { desk, me, release, standing } = props;
  const { t, f } = useLanguage();
  const { paper, edition, corrects } = release;
  const file = (format: 'pdf' | 'docx', name: string) => (
    <a
      href={`${statementFile(paper, format)}?edition=${edition}`}
      download
      aria-label={`${name}: ${t.work.edition(edition)}`}
    >
      {name}
    </a>
  );
  return (
    <li>
      <p className="fp-strong">{t.work.edition(edition)}</p>
      <p>{t.work.releasedBy(signer(desk, t, release.releasedBy, release.releasedFor), f.date(release.releasedOn))}</p>
      {corrects && <p>{t.work.corrects(corrects.edition, f.date(corrects.on))}</p>}
      <p>
        {file('pdf', t.statement.downloadPdf)} · {file('docx', t.statement.download)}
      </p>
      <p className="fp-note">
        SHA-256 <code className="fp-hash">{release.hash}</code>
      </p>
      {standing && mayDo(me, 'releaseStatement') && <Withdraw {...props} />}
    </li>
  );
}

/** What was published, in the order of time: each edition with its files as they were kept, each withdrawal with its reason. */
export function Editions(props: PanelProps) {
  const { publications } = props.desk;
  const { t, f } = useLanguage();
  if (publications.length === 0) return null;
  const withdrawn = publications.flatMap(({ publication: one }) => (one.kind === 'withdrawal' ? [one.edition] : []));
  return (
    <Section title={t.work.editions} gap>
      <ol className="fp-list">
        {publications.map(({ publication: one }) =>
          one.kind === 'release' ? (
            <Edition key={one.id} {...props} release={one} standing={!withdrawn.includes(one.edition)} />
          ) : (
            <li key={one.id}>
              <p className="fp-strong">{t.work.withdrawn(one.edition, f.date(one.withdrawnOn))}</p>
              <p lang="de">{one.reason}</p>
            </li>
          ),
        )}
      </ol>
    </Section>
  );
}
