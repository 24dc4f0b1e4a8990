import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Choices, WrittenRecord } from '../api/types.ts';
import { notifyWithUndo } from '../api/undo.ts';
import { DeleteRecord } from '../form/delete-record.tsx';
import { RecordFields } from '../form/record-fields.tsx';
import type { FormPart } from '../form/spec.ts';
import { useRecordForm } from '../form/use-record-form.ts';
import { useLanguage } from '../language/context.tsx';
import { History } from './history.tsx';

/** How a person would call a record that has a name. */
export const nameIn = (body: unknown, id: string): string => (body as { name?: string } | undefined)?.name ?? id;

interface RecordEditorProps {
  kind: string;
  /** The record as it is stored, `version` null where it may not be changed; null for a new one. */
  stored: { id: string; body?: unknown; version: number | null } | null;
  /** What a new record begins with. */
  blank: Record<string, unknown>;
  choices: Choices;
  parts: readonly (FormPart & { content?: ReactNode })[];
  nameOf?: (body: unknown, id: string) => string;
  history?: boolean;
  onSaved: (written: WrittenRecord) => Promise<void>;
  onCancel: () => Promise<void>;
  onDeleted: () => Promise<void>;
  /** What stands between the form of a stored record and its history. */
  children?: ReactNode;
}

/** A record as a form: whatever is saved or deleted can be undone, and where one goes then is the page's to say. */
export function RecordEditor(props: RecordEditorProps) {
  const { kind, stored, blank, choices, parts, nameOf = nameIn, onSaved, onCancel, onDeleted } = props;
  const { t } = useLanguage();
  const client = useQueryClient();
  const body = (stored?.body as Record<string, unknown> | undefined) ?? blank;
  const form = useRecordForm(kind, stored?.id ?? null, body, stored?.version ?? null);
  const save = async (): Promise<void> => {
    const written = await form.save();
    if (written === null) return;
    await onSaved(written);
    notifyWithUndo(client, t, t.form.saved(nameOf(written.body, written.id)), [written.entry]);
  };
  const deleted = (): Promise<void> => {
    form.discard();
    return onDeleted();
  };
  const fields = (
    <RecordFields
      form={form}
      choices={choices}
      parts={parts}
      onSave={() => void save()}
      onCancel={() => void onCancel()}
    />
  );
  if (stored === null || stored.version === null) return fields;
  const known = { kind, id: stored.id, name: nameOf(stored.body, stored.id), version: stored.version };
  return (
    <>
      {fields}
      {props.children}
      {props.history && <History {...known} />}
      <DeleteRecord {...known} onDeleted={deleted} />
    </>
  );
}
