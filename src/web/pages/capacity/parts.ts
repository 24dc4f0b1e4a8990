import type { FieldSpec, FormPart } from '../../form/spec.ts';
import type { Messages } from '../../language/de.ts';

const number = (name: string, more: { required?: boolean; scale?: number; unit?: string } = {}): FieldSpec => ({
  kind: 'number',
  name,
  ...more,
});
const money = { scale: 100_000, unit: 'T€' };
const percent = { unit: '%' };

const idField = (t: Messages): FieldSpec => ({ kind: 'line', name: 'id', required: true, hint: t.edit.idHint });

/** What is edited of an office: its names from day to day; the id stays. */
export function unitParts(t: Messages, isNew: boolean): FormPart[] {
  return [
    {
      id: 'amt',
      title: t.capacity.unit,
      fields: [
        ...(isNew ? [idField(t)] : []),
        {
          kind: 'choice',
          name: 'kind',
          values: ['department', 'office', 'staffUnit', 'body', 'municipalCompany'],
          required: true,
        },
        { kind: 'one', name: 'parent', of: 'unit' },
      ],
    },
    {
      id: 'namen',
      title: t.capacity.unitNames,
      fields: [
        {
          kind: 'list',
          name: 'names',
          label: t.capacity.unitName,
          blank: () => ({}),
          fields: [
            { kind: 'line', name: 'name', required: true },
            { kind: 'line', name: 'shortName' },
            { kind: 'date', name: 'from' },
          ],
        },
      ],
    },
  ];
}

/** What is edited of a team: who it is, and its capacity from day to day. Never a named person. */
export function teamParts(t: Messages, isNew: boolean): FormPart[] {
  return [
    {
      id: 'team',
      title: t.capacity.team,
      fields: [
        ...(isNew ? [idField(t)] : []),
        { kind: 'line', name: 'name', required: true, hint: t.capacity.roleHint },
        { kind: 'line', name: 'shortName' },
        { kind: 'one', name: 'unit', of: 'unit', required: true },
        number('daysPerFte'),
        number('costPerFteCents', money),
      ],
    },
    {
      id: 'kapazitaet',
      title: t.capacity.capacity,
      fields: [
        {
          kind: 'list',
          name: 'capacity',
          label: t.capacity.period,
          blank: () => ({}),
          fields: [
            { kind: 'date', name: 'from', required: true },
            number('fte'),
            { ...number('projectSharePercent', percent), hint: t.capacity.shareHint },
            number('absencePercent', percent),
            { ...number('personDaysPerYear'), hint: t.capacity.daysHint },
          ],
        },
      ],
    },
  ];
}

/** What is edited of a budget line: its rules, and its money year by year. */
export function budgetParts(t: Messages, isNew: boolean): FormPart[] {
  return [
    {
      id: 'budget',
      title: t.capacity.budgetLine,
      fields: [
        ...(isNew ? [idField(t)] : []),
        { kind: 'line', name: 'name', required: true },
        { kind: 'choice', name: 'kind', values: ['consumptive', 'investment'], words: t.capacity.budgetKinds },
        { ...number('carryOverPercent', { required: true, ...percent }), hint: t.capacity.carryOverHint },
        { kind: 'date', name: 'from' },
      ],
    },
    {
      id: 'jahre',
      title: t.capacity.years,
      fields: [
        {
          kind: 'list',
          name: 'years',
          label: t.year,
          blank: (list) => ({ year: nextYear(list), status: 'forecast', runningCents: 0 }),
          fields: [
            number('year', { required: true }),
            number('amountCents', { required: true, ...money }),
            number('runningCents', money),
            { ...number('commitmentsCents', money), hint: t.capacity.commitmentsHint },
            {
              kind: 'choice',
              name: 'status',
              values: ['adopted', 'draft', 'forecast'],
              words: t.capacity.yearStatus,
              required: true,
            },
          ],
        },
      ],
    },
  ];
}

/** What is edited of a booking: money, and what it was taken from. */
export function bookingParts(t: Messages): FormPart[] {
  const words = t.bookings;
  return [
    {
      id: 'buchung',
      title: words.what,
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          values: ['spent', 'committed'],
          words: words.kinds,
          required: true,
          hint: words.kindHint,
        },
        { kind: 'date', name: 'on', label: words.on, required: true },
        { kind: 'number', name: 'cents', label: words.amount, scale: 100, required: true, hint: words.amountHint },
        { kind: 'one', name: 'budgetLine', of: 'budgetLine', label: words.budgetLine, required: true },
        { kind: 'number', name: 'year', label: words.year, required: true },
        { kind: 'one', name: 'project', of: 'project' },
        { kind: 'line', name: 'text', wide: true },
      ],
    },
    {
      id: 'herkunft',
      title: words.origin,
      fields: [
        { kind: 'line', name: 'reference', label: words.reference, hint: words.referenceHint },
        { kind: 'line', name: 'takenFrom', label: words.takenFrom, hint: words.takenFromHint },
      ],
    },
  ];
}

/** The year behind the last one that is there. */
function nextYear(list: readonly unknown[]): number | undefined {
  const years = list.flatMap((one) => (one as { year?: number }).year ?? []);
  return years.length > 0 ? Math.max(...years) + 1 : undefined;
}
