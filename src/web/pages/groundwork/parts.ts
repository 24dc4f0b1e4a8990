import type { FieldSpec, FormPart } from '../../form/spec.ts';
import type { Messages } from '../../language/de.ts';
import { nextId } from '../project-edit/parts.ts';

const name: FieldSpec = { kind: 'line', name: 'name', required: true };
const description: FieldSpec = { kind: 'prose', name: 'description' };

/** The kinds of records that have a form here. */
export type GroundworkKind = 'stage' | 'actionField' | 'goal' | 'prerequisite' | 'partner' | 'alternative';

function stageParts(t: Messages): FormPart[] {
  const { stages: words } = t;
  return [
    {
      id: 'stufe',
      title: words.formParts.what,
      fields: [name, { kind: 'date', name: 'from', label: words.from, hint: words.fromHint }, description],
    },
    {
      id: 'bedingungen',
      title: words.formParts.conditions,
      fields: [
        {
          kind: 'list',
          name: 'entryConditions',
          label: words.condition,
          blank: () => ({ projects: [], prerequisites: [] }),
          fields: [
            { kind: 'line', name: 'text', label: words.conditionText, required: true, wide: true },
            { kind: 'many', name: 'projects', of: 'project', label: words.byProjects },
            { kind: 'many', name: 'prerequisites', of: 'prerequisite', label: words.byPrerequisites },
            { kind: 'many', name: 'goals', of: 'goal', label: words.byGoals },
            { kind: 'date', name: 'metOn', label: words.found, hint: words.foundHint },
          ],
        },
      ],
    },
  ];
}

function actionFieldParts(t: Messages): FormPart[] {
  const { stages: words } = t;
  return [
    {
      id: 'feld',
      title: words.fieldParts.what,
      fields: [
        name,
        { kind: 'choice', name: 'scope', values: Object.keys(words.scopes), words: words.scopes, required: true },
        { kind: 'one', name: 'stage', of: 'stage' },
        description,
      ],
    },
  ];
}

function goalParts(t: Messages): FormPart[] {
  const { stages: words } = t;
  return [
    {
      id: 'ziel',
      title: words.goalParts.what,
      fields: [name, { kind: 'one', name: 'actionField', of: 'actionField', required: true }, description],
    },
    {
      id: 'kennzahlen',
      title: words.goalParts.indicators,
      fields: [
        {
          kind: 'list',
          name: 'indicators',
          label: words.indicator,
          blank: (list) => ({ id: nextId(list, 'k'), values: [] }),
          fields: [
            name,
            { kind: 'line', name: 'unit', required: true, hint: words.unitHint },
            {
              kind: 'choice',
              name: 'better',
              values: Object.keys(words.betters),
              words: words.betters,
              label: words.better,
            },
            {
              kind: 'group',
              name: 'target',
              fields: [
                { kind: 'number', name: 'value', label: words.targetValue },
                { kind: 'date', name: 'by', label: words.targetBy },
              ],
            },
            {
              kind: 'list',
              name: 'values',
              label: words.measured,
              blank: () => ({}),
              fields: [
                { kind: 'date', name: 'on', label: words.measuredOn, required: true },
                { kind: 'number', name: 'value', label: words.measured, required: true },
                { kind: 'one', name: 'source', of: 'source' },
              ],
            },
          ],
        },
      ],
    },
  ];
}

function prerequisiteParts(t: Messages): FormPart[] {
  const { prerequisites: words } = t;
  return [
    {
      id: 'was',
      title: words.parts.what,
      fields: [
        name,
        { kind: 'choice', name: 'kind', values: Object.keys(words.kinds), words: words.kinds, required: true },
        { kind: 'one', name: 'partner', of: 'partner' },
        { kind: 'line', name: 'paper' },
      ],
    },
    {
      id: 'wann',
      title: words.parts.when,
      fields: [
        { kind: 'date', name: 'expectedOn', hint: words.expectedHint },
        { kind: 'date', name: 'metOn', hint: words.metHint },
      ],
    },
  ];
}

function partnerParts(t: Messages): FormPart[] {
  const { partners: words } = t;
  return [
    {
      id: 'partner',
      title: words.parts.what,
      fields: [
        name,
        { kind: 'line', name: 'shortName' },
        { kind: 'choice', name: 'level', values: Object.keys(words.levels), words: words.levels, required: true },
        { kind: 'line', name: 'role', wide: true },
      ],
    },
    {
      id: 'angebote',
      title: words.parts.offers,
      fields: [
        {
          kind: 'list',
          name: 'offers',
          label: words.offer,
          blank: (list) => ({ id: nextId(list, 'angebot-') }),
          fields: [
            { kind: 'line', name: 'deliverable', required: true, hint: words.deliverableHint, wide: true },
            { kind: 'date', name: 'availableFrom' },
            { kind: 'date', name: 'fundedUntil' },
            { kind: 'number', name: 'leadTimeWeeks' },
            { kind: 'number', name: 'quotaPerYear', hint: words.quotaHint },
            { kind: 'date', name: 'confirmedOn' },
          ],
        },
      ],
    },
  ];
}

function alternativeParts(t: Messages): FormPart[] {
  const { exclusive: words } = t;
  return [
    {
      id: 'wahl',
      title: words.what,
      fields: [
        { ...name, label: words.name },
        {
          kind: 'choice',
          name: 'choice',
          values: Object.keys(words.choices),
          words: words.choices,
          label: words.choice,
          required: true,
        },
        { kind: 'many', name: 'projects', of: 'project', label: words.projects, required: true },
        { kind: 'prose', name: 'note' },
      ],
    },
  ];
}

/** The form of each kind; a new record gets its key by itself. */
export const groundworkParts: Record<GroundworkKind, (t: Messages) => FormPart[]> = {
  stage: stageParts,
  actionField: actionFieldParts,
  goal: goalParts,
  prerequisite: prerequisiteParts,
  partner: partnerParts,
  alternative: alternativeParts,
};
