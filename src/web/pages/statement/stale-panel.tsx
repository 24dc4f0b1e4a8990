import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import type { PanelProps } from './panel.ts';

type Stale = PanelProps['desk']['stale'][number];

function StaleRow({ one, number, desk, work }: PanelProps & { one: Stale; number: number | undefined }) {
  const { t } = useLanguage();
  const name = `statement kept value ${desk.file.paper} ${one.key}`;
  const [reason, setReason] = useDraft<string | null>(name, null);
  const { problem, complete, errorAt } = useSave();
  const keep = async (): Promise<void> => {
    if (!complete({ reason: reason ?? '' })) return;
    const body = { key: one.key, now: one.now ?? '', reason: reason?.trim() ?? '' };
    if (await work.step(desk, 'keep', body)) setReason(null);
  };
  return (
    <li>
      <p>
        <Signal shape="near">{t.work.staleValue}</Signal>{' '}
        <span className="fp-muted">
          {t.statement.figure} {number}
        </span>
      </p>
      <p lang="de">{one.now === null ? t.work.goneNow(one.inText) : t.work.changedNow(one.inText, one.now)}</p>
      <div className="fp-actions">
        {one.now !== null && (
          <Button
            aria-label={`${t.intake.take}: ${one.now}`}
            isDisabled={work.busy}
            onPress={() => void work.step(desk, 'take-over', { keys: [one.key] })}
          >
            {t.intake.take}
          </Button>
        )}
        <Button look="quiet" onPress={() => setReason(reason === null ? '' : null)}>
          {t.work.keep}
        </Button>
      </div>
      {reason !== null && (
        <Form problem={problem} onSend={() => void keep()}>
          <TextInput
            label={t.examination.reason}
            error={errorAt('/reason')}
            value={reason}
            rows={2}
            lang="de"
            onChange={setReason}
          />
          <Button type="submit" isDisabled={work.busy}>
            {t.work.keepNow}
          </Button>
        </Form>
      )}
    </li>
  );
}

/** Figures of the text that the newest computation contradicts: taken over, or kept with a reason. */
export function StalePanel(props: PanelProps & { numbers: ReadonlyMap<string, number> }) {
  const { desk, work, numbers } = props;
  const { t } = useLanguage();
  const { stage } = desk.file;
  if (desk.stale.length === 0 || stage === 'released' || stage === 'withdrawn') return null;
  const fresh = desk.stale.filter((one) => one.now !== null).map((one) => one.key);
  return (
    <Section title={t.work.stale(desk.stale.length)} gap>
      {fresh.length > 1 && (
        <Button isDisabled={work.busy} onPress={() => void work.step(desk, 'take-over', { keys: fresh })}>
          {t.intake.takeAll}
        </Button>
      )}
      <ul className="fp-list">
        {desk.stale.map((one) => (
          <StaleRow key={one.key} one={one} number={numbers.get(one.evidence)} {...props} />
        ))}
      </ul>
    </Section>
  );
}
