import type { FieldSpec, FormPart } from '../../form/spec.ts';
import type { Messages } from '../../language/de.ts';

const line = (name: string, more: { required?: boolean; hint?: string } = {}): FieldSpec => ({
  kind: 'line',
  name,
  ...more,
});
const date = (name: string, more: { required?: boolean; hint?: string } = {}): FieldSpec => ({
  kind: 'date',
  name,
  ...more,
});
const many = (name: string, of: string): FieldSpec => ({ kind: 'many', name, of });

const classes = ['mandatory', 'prerequisite', 'decided', 'optional'];
const statuses = ['suggested', 'planned', 'waiting', 'inProgress', 'succeeded', 'failed', 'rejected', 'stopped'];

/** Id for a new item: the first letter and the next number that is free. */
export function nextId(list: readonly unknown[], letter: string): string {
  const taken = new Set(list.map((item) => (item as { id?: string }).id));
  for (let number = list.length + 1; ; number++) if (!taken.has(`${letter}${number}`)) return `${letter}${number}`;
}

function what(t: Messages, isNew: boolean): FieldSpec[] {
  return [
    ...(isNew ? [line('id', { required: true, hint: t.edit.idHint })] : []),
    line('name', { required: true }),
    line('shortName'),
    { kind: 'prose', name: 'purpose' },
    { kind: 'prose', name: 'benefit' },
    { kind: 'number', name: 'caseNumberPerYear' },
    { kind: 'one', name: 'actionField', of: 'actionField', required: true },
    { kind: 'choice', name: 'commitmentClass', values: classes, words: t.classes, required: true },
    { kind: 'choice', name: 'status', values: statuses, words: t.statuses, required: true },
    many('goals', 'goal'),
  ];
}

function dates(t: Messages): FieldSpec[] {
  return [
    date('earliestStart'),
    date('fixedStart', { hint: t.edit.mondayHint }),
    { kind: 'inner', name: 'fixedMode', of: 'modes' },
    date('finishedOn'),
    {
      kind: 'list',
      name: 'deadlines',
      blank: () => ({ kind: 'promised' }),
      fields: [
        date('on', { required: true }),
        { kind: 'choice', name: 'kind', values: ['statutory', 'promised'], words: t.deadlineKinds, required: true },
        { kind: 'one', name: 'obligation', of: 'obligation' },
        line('paper'),
        line('note'),
      ],
    },
    {
      kind: 'list',
      name: 'milestones',
      blank: (list) => ({ id: nextId(list, 'm') }),
      fields: [
        line('id', { required: true }),
        line('name', { required: true }),
        date('on', { required: true }),
        { kind: 'choice', name: 'precision', values: ['day', 'week', 'month', 'quarter'], words: t.precisions },
      ],
    },
  ];
}

function links(t: Messages): FieldSpec[] {
  return [
    {
      kind: 'list',
      name: 'dependencies',
      blank: () => ({ type: 'finishStart', lagWeeks: 0 }),
      fields: [
        { kind: 'one', name: 'predecessor', of: 'project', required: true },
        {
          kind: 'choice',
          name: 'type',
          values: Object.keys(t.dependencyTypes),
          words: t.dependencyTypes,
          required: true,
        },
        { kind: 'number', name: 'lagWeeks' },
        line('note'),
      ],
    },
    many('prerequisites', 'prerequisite'),
  ];
}

function droppable(t: Messages): FieldSpec {
  const { choice: words } = t;
  return {
    kind: 'group',
    name: 'droppable',
    fields: [
      { kind: 'number', name: 'loss', label: words.loss, hint: words.lossHint },
      { kind: 'date', name: 'latestFinish', label: words.latestFinish, hint: words.latestFinishHint },
      { kind: 'line', name: 'grounds', label: words.grounds, hint: words.groundsHint, wide: true },
    ],
  };
}

function law(): FieldSpec[] {
  return [
    many('obligations', 'obligation'),
    many('strategies', 'strategy'),
    many('needs', 'need'),
    { kind: 'lines', name: 'papers' },
    { kind: 'lines', name: 'serviceBundles' },
    {
      kind: 'list',
      name: 'gates',
      blank: (list) => ({ id: nextId(list, 'g'), state: 'open' }),
      fields: [
        line('id', { required: true }),
        line('name', { required: true }),
        { kind: 'choice', name: 'state', values: ['open', 'met', 'notNeeded'], required: true },
        date('on'),
        { kind: 'one', name: 'obligation', of: 'obligation' },
      ],
    },
  ];
}

function state(t: Messages): FieldSpec[] {
  return [
    {
      kind: 'list',
      name: 'risks',
      blank: (list) => ({ id: nextId(list, 'r') }),
      fields: [
        line('id', { required: true }),
        line('name', { required: true }),
        { kind: 'number', name: 'likelihood', required: true, hint: '1–5' },
        { kind: 'number', name: 'impact', required: true, hint: '1–5' },
        { kind: 'prose', name: 'response' },
      ],
    },
    {
      kind: 'list',
      name: 'maturity',
      blank: () => ({}),
      fields: [
        line('scheme', { required: true }),
        line('version', { required: true }),
        { kind: 'number', name: 'level', required: true },
        date('assessedOn', { required: true }),
        { kind: 'lines', name: 'criteria' },
      ],
    },
    {
      kind: 'list',
      name: 'rollout',
      blank: () => ({ percent: 0 }),
      fields: [
        { kind: 'one', name: 'unit', of: 'unit', required: true },
        { kind: 'number', name: 'percent', required: true },
        date('on'),
      ],
    },
    {
      kind: 'list',
      name: 'reports',
      blank: () => ({}),
      fields: [
        date('on', { required: true }),
        { kind: 'choice', name: 'status', values: statuses, words: t.statuses, required: true },
        { kind: 'prose', name: 'reason' },
        line('by'),
      ],
    },
  ];
}

function ways(t: Messages): FieldSpec {
  return {
    kind: 'list',
    name: 'modes',
    blank: (list) => ({ id: nextId(list, 'weg'), kind: 'own' }),
    fields: [
      line('id', { required: true }),
      line('name', { required: true }),
      { kind: 'choice', name: 'kind', values: ['own', 'shared', 'vendor'], words: t.modeKinds, required: true },
      { kind: 'one', name: 'partner', of: 'partner' },
      line('offer'),
    ],
  };
}

/** The fact sheet as a form: all fields of a project but its phases, which have a form of their own. */
export function projectParts(t: Messages, isNew: boolean): FormPart[] {
  const { parts } = t.edit;
  return [
    { id: 'was', title: parts.what, fields: what(t, isNew) },
    {
      id: 'wer',
      title: parts.who,
      fields: [
        { kind: 'one', name: 'leadUnit', of: 'unit' },
        many('participants', 'unit'),
        many('partners', 'partner'),
      ],
    },
    { id: 'wege', title: parts.ways, fields: [ways(t)] },
    {
      id: 'phasen',
      title: parts.phases,
      fields: [{ kind: 'number', name: 'followUpCostCentsPerYear', scale: 100_000, unit: t.units.thousandEuros }],
    },
    { id: 'termine', title: parts.dates, fields: dates(t) },
    { id: 'abhaengig', title: parts.links, fields: links(t) },
    { id: 'wahl', title: t.choice.formTitle, fields: [droppable(t)] },
    { id: 'recht', title: parts.law, fields: law() },
    { id: 'stand', title: parts.state, fields: state(t) },
  ];
}
