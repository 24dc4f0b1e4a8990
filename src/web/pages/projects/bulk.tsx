import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../../api/client.ts';
import { choicesQuery } from '../../api/queries.ts';
import { afterSaving } from '../../api/saved.ts';
import type { Choices, WrittenRecord } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { Chooser } from '../../form/chooser.tsx';
import { Faults } from '../../form/faults.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceInput } from '../../ui/form.tsx';
import { Labelled } from '../../ui/labelled.tsx';

/** Where the new value stands, for its message. */
const VALUE = '/value';

type Field = keyof Messages['portfolio']['fields'];

const kinds: Partial<Record<Field, string>> = {
  actionField: 'actionField',
  leadUnit: 'unit',
  addPartner: 'partner',
  addObligation: 'obligation',
  addStrategy: 'strategy',
};

/** What a field may be given: words of the model, or records. */
function choicesOf(field: Field, t: Messages, records: Choices): { id: string; name: string }[] {
  const words: Record<string, string> = field === 'status' ? t.statuses : t.classes;
  const kind = kinds[field];
  if (kind !== undefined) return records[kind] ?? [];
  return Object.entries(words).map(([id, name]) => ({ id, name }));
}

/**
 * Gives all selected projects one value; all of them or none, and it can be undone. It is chosen, not typed: when the
 * page goes, so does the selection of projects, and nothing of this is kept as a draft.
 */
export function BulkChange(props: { ids: readonly string[]; versions: Record<string, number>; onClose: () => void }) {
  const { t } = useLanguage();
  const { ids, versions, onClose } = props;
  const client = useQueryClient();
  const { data: records = {} } = useQuery(choicesQuery);
  const [field, setField] = useState<Field>('status');
  const [value, setValue] = useState<string | null>(null);
  const saving = useSave();
  const fields = Object.entries(t.portfolio.fields) as [Field, string][];
  const apply = async (): Promise<void> => {
    if (value === null) return saving.refuse([{ pointer: VALUE, detail: t.form.missing }]);
    const projects = ids.map((id) => ({ id, version: versions[id] ?? 0 }));
    const body = { projects, values: { [field]: value } };
    const done = await saving.run(() => change<{ written: WrittenRecord[] }>('POST', '/projects/bulk', { body }));
    if (done === null) return;
    await afterSaving(client);
    onClose();
    const entries = done.written.map((one) => one.entry).filter((entry) => entry !== null);
    notifyWithUndo(client, t, t.portfolio.changed(entries.length), entries);
  };
  return (
    <Dialog title={t.portfolio.changeTitle(ids.length)} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <Faults problem={saving.problem} />
        <ChoiceInput
          label={t.portfolio.what}
          value={field}
          choices={fields.map(([id, label]) => ({ value: id, label }))}
          onChange={(next) => {
            setField(next);
            setValue(null);
          }}
        />
        <Labelled id="neuer-wert" label={t.portfolio.to} error={value === null ? saving.errorAt(VALUE) : undefined}>
          {({ 'aria-invalid': invalid, ...input }) => (
            <Chooser
              key={field}
              label={t.portfolio.to}
              input={input}
              invalid={invalid === true}
              choices={choicesOf(field, t, records)}
              value={value}
              onChange={setValue}
            />
          )}
        </Labelled>
        <div className="fp-actions">
          <Button look="main" type="submit" isDisabled={saving.busy}>
            {t.portfolio.apply}
          </Button>
          <Button onPress={onClose}>{t.form.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
