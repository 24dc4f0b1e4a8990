import { sendJson } from '../../api/client.ts';
import type { StatusRound } from '../../api/status-round.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { RestoredDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceInput, TextInput } from '../../ui/form.tsx';

type Row = StatusRound['rows'][number];

/** Who is asked about a project, or about all projects of its office. */
export function ContactDialog({ row, onClose, onSaved }: { row: Row; onClose: () => void; onSaved: () => void }) {
  const { t } = useLanguage();
  const action = useFormAction();
  const project = { value: `project/${row.project}`, label: t.statusRound.holdsProject(row.name) };
  const choices = row.unit
    ? [{ value: `unit/${row.unit.id}`, label: t.statusRound.holdsUnit(row.unit.name) }, project]
    : [project];
  const [{ id, name, mail }, setDraft, forget, kept] = useDraft(`status contact ${row.project}`, {
    id: row.contact?.id ?? choices[0]?.value ?? project.value,
    name: row.contact?.name ?? '',
    mail: row.contact?.mail ?? '',
  });
  const change = (part: { id?: string; name?: string; mail?: string }): void =>
    setDraft((old) => ({ ...old, ...part }));
  const save = async (contact: { name: string; mail: string } | null): Promise<void> => {
    await sendJson('POST', '/status-contacts', { id, contact });
    forget();
    onSaved();
  };
  return (
    <Dialog title={t.statusRound.contactTitle} onClose={onClose}>
      <RestoredDraft kept={kept} />
      <Form
        problem={action.problem}
        onSend={action.send(() => save({ name, mail }), { 'contact/name': name, 'contact/mail': mail })}
      >
        <ChoiceInput
          label={t.statusRound.holds}
          value={id}
          choices={choices}
          onChange={(chosen) => change({ id: chosen })}
        />
        <TextInput
          label={t.statusRound.name}
          error={action.errorAt('/contact/name')}
          value={name}
          onChange={(typed) => change({ name: typed })}
          required
        />
        <TextInput
          label={t.statusRound.mail}
          error={action.errorAt('/contact/mail')}
          value={mail}
          onChange={(typed) => change({ mail: typed })}
          type="email"
          required
        />
        <div className="fp-actions">
          <Button look="main" type="submit">
            {t.statusRound.save}
          </Button>
          {row.contact?.id === id && (
            <Button onPress={() => void action.run(() => save(null))}>{t.statusRound.remove}</Button>
          )}
          <Button look="quiet" onPress={onClose}>
            {t.statusRound.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
