import type { FieldSpec, FormPart } from '../../form/spec.ts';
import type { Messages } from '../../language/de.ts';
import { nextId } from '../project-edit/parts.ts';

const line = (name: string, more: { required?: boolean; hint?: string } = {}): FieldSpec => ({
  kind: 'line',
  name,
  ...more,
});
const idField = (t: Messages): FieldSpec => line('id', { required: true, hint: t.edit.idHint });

/** What is edited of a norm. Trigger and source stand inside of it and have fields of their own. */
export function obligationParts(t: Messages, isNew: boolean): FormPart[] {
  const { register } = t;
  const { parts } = register;
  return [
    {
      id: 'vorschrift',
      title: parts.norm,
      fields: [
        ...(isNew ? [idField(t)] : []),
        line('law', { required: true, hint: register.lawHint }),
        line('paragraph', { required: true, hint: register.paragraphHint }),
        line('lawTitle'),
        line('name', { required: true }),
        { kind: 'prose', name: 'duty', required: true, hint: register.dutyHint },
        line('addressee', { required: true, hint: register.addresseeHint }),
      ],
    },
    {
      id: 'bindung',
      title: parts.binding,
      fields: [
        {
          kind: 'choice',
          name: 'force',
          values: Object.keys(t.forces),
          words: t.forces,
          required: true,
          hint: register.forceHint,
        },
        line('condition', { hint: register.conditionHint }),
        {
          kind: 'choice',
          name: 'status',
          values: Object.keys(register.status),
          words: register.status,
          required: true,
        },
        { kind: 'flag', name: 'gate', hint: register.gateHint },
      ],
    },
    { id: 'zeit', title: parts.time, fields: [{ kind: 'date', name: 'deadline' }] },
    { id: 'quelle', title: parts.source, fields: [line('textVersion'), { kind: 'date', name: 'asOf' }] },
  ];
}

/** What is edited of a strategy: whether it binds, and which projects serve which of its goals. */
export function strategyParts(t: Messages, isNew: boolean): FormPart[] {
  const { register } = t;
  const { strategyParts: parts } = register;
  return [
    {
      id: 'strategie',
      title: parts.what,
      fields: [
        ...(isNew ? [idField(t)] : []),
        line('name', { required: true }),
        line('issuer', { required: true }),
        { kind: 'choice', name: 'level', values: Object.keys(register.levels), words: register.levels, required: true },
        {
          kind: 'choice',
          name: 'status',
          values: Object.keys(register.strategyStatus),
          words: register.strategyStatus,
          required: true,
        },
        { kind: 'flag', name: 'binding', hint: register.strategyLead },
        { kind: 'prose', name: 'description' },
      ],
    },
    {
      id: 'ziele',
      title: parts.goals,
      fields: [
        {
          kind: 'list',
          name: 'goals',
          label: register.goal,
          blank: (list) => ({ id: nextId(list, 'z') }),
          fields: [
            line('id', { required: true }),
            line('name', { required: true }),
            { kind: 'many', name: 'projects', of: 'project', label: register.goalProjects },
          ],
        },
      ],
    },
    { id: 'quelle', title: parts.source, fields: [] },
  ];
}
