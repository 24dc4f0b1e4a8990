import { sendJson } from '../../api/client.ts';
import type { RoundLink, StatusRound } from '../../api/status-round.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/form.tsx';

/** How many people a round would ask, and about how many projects. */
function reach(rows: StatusRound['rows']): { people: number; projects: number } {
  const asked = rows.filter((row) => row.contact !== null || row.unit !== null);
  const people = new Set(asked.map((row) => row.contact?.mail.toLowerCase() ?? `unit ${row.unit?.id}`));
  return { people: people.size, projects: asked.length };
}

/** Says what a round will do before it is started. */
export function StartDialog(props: {
  round: StatusRound;
  onClose: () => void;
  onStarted: (links: RoundLink[]) => void;
}) {
  const { round, onClose, onStarted } = props;
  const { t } = useLanguage();
  const action = useFormAction();
  const [days, setDays, forget] = useDraft('status round', '14');
  const { people, projects } = reach(round.rows);
  const submit = async (): Promise<void> => {
    const body = { dueInDays: Number(days) };
    const { links } = await sendJson<{ links: RoundLink[] }>('POST', '/status-round', body);
    forget();
    onStarted(links);
  };
  return (
    <Dialog title={t.statusRound.startTitle} onClose={onClose}>
      <p>{t.statusRound.startNote(people, projects)}</p>
      <p className="fp-muted">{round.mail ? t.statusRound.mailNote : t.statusRound.noMailNote}</p>
      <Form problem={action.problem} onSend={action.send(submit, { dueInDays: days })}>
        <TextInput
          label={t.statusRound.due}
          error={action.errorAt('/dueInDays')}
          value={days}
          onChange={setDays}
          inputMode="numeric"
          letters={12}
          required
        />
        <div className="fp-actions">
          <Button look="main" type="submit">
            {t.statusRound.startNow}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t.statusRound.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
