import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, problemIn } from '../../api/client.ts';
import { choicesQuery } from '../../api/queries.ts';
import { afterSaving } from '../../api/saved.ts';
import type { Choices, Problem, WrittenRecord } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { Chooser } from '../../form/chooser.tsx';
import { Summary } from '../../form/summary.tsx';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceInput } from '../../ui/form.tsx';

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

/** Gives all selected projects one value; all of them or none, and it can be undone. */
export function BulkChange(props: { ids: readonly string[]; versions: Record<string, number>; onClose: () => void }) {
  const { t } = useLanguage();
  const { ids, versions, onClose } = props;
  const client = useQueryClient();
  const { data: records = {} } = useQuery(choicesQuery);
  const [field, setField] = useState<Field>('status');
  const [value, setValue] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fields = Object.entries(t.portfolio.fields) as [Field, string][];
  const apply = async (): Promise<void> => {
    if (value === null) return;
    try {
      const projects = ids.map((id) => ({ id, version: versions[id] ?? 0 }));
      const body = { projects, values: { [field]: value } };
      const { written } = await change<{ written: WrittenRecord[] }>('POST', '/projects/bulk', { body });
      await afterSaving(client);
      onClose();
      const entries = written.map((one) => one.entry);
      notifyWithUndo(client, t, t.portfolio.changed(written.length), entries);
    } catch (error) {
      const refused = problemIn(error);
      setProblem(
        refused.status === 412 ? { ...refused, title: t.portfolio.stale, detail: t.portfolio.stale } : refused,
      );
      if (refused.status === 412) await afterSaving(client);
    }
  };
  return (
    <Dialog title={t.portfolio.changeTitle(ids.length)} onClose={onClose}>
      {problem && <Summary problem={problem} />}
      <ChoiceInput
        label={t.portfolio.what}
        value={field}
        choices={fields.map(([id, label]) => ({ value: id, label }))}
        onChange={(next) => {
          setField(next);
          setValue(null);
        }}
      />
      <div className="fp-input">
        <label className="fp-input__label" htmlFor="neuer-wert">
          {t.portfolio.to}
        </label>
        <Chooser
          key={field}
          label={t.portfolio.to}
          input={{ id: 'neuer-wert' }}
          choices={choicesOf(field, t, records)}
          value={value}
          onChange={setValue}
        />
      </div>
      <div className="fp-actions">
        <Button look="main" isDisabled={value === null} onPress={() => void apply()}>
          {t.portfolio.apply}
        </Button>
        <Button onPress={onClose}>{t.form.cancel}</Button>
      </div>
    </Dialog>
  );
}
