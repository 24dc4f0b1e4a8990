import type { Project, Text } from '../../agenda/index.ts';
import type { SheetCell } from '../sheet/write-sheet.ts';
import { centsOf, dayOf, numberOf, partsOf, textOf } from './cells.ts';
import { actionFieldNamed, type Directory, knownOnly, unitNamed } from './names.ts';
import type { PlainTarget, Target } from './targets.ts';
import { classOf, statusOf } from './words.ts';

/** One thing that is wrong with a line, in which column. */
export interface CellFault {
  column: string;
  message: Text;
}

/** What a line says: fields for the project, and what is needed only to plan a new one. */
export interface RowValues {
  key: string;
  fields: Partial<Project>;
  deadline?: string;
  weeks?: number;
  effortTenths: Record<string, number>;
  cents: Record<string, number>;
  faults: CellFault[];
  hints: Text[];
}

export interface MappedColumn {
  heading: string;
  target: Target | null;
}

const NOT_READ: Record<'day' | 'number' | 'status' | 'class', Text> = {
  day: {
    de: 'ist kein Tag, den Fahrplan versteht, zum Beispiel 31.08.2020, 08/2020 oder III/2020',
    en: 'is no day that can be understood, for example 31.08.2020, 08/2020 or III/2020',
  },
  number: { de: 'ist keine Zahl, zum Beispiel 1.234,5', en: 'is no number, for example 1.234,5' },
  status: {
    de: 'ist kein bekannter Stand, zum Beispiel geplant, läuft, erledigt, gestoppt',
    en: 'is no known state, for example geplant, läuft, erledigt, gestoppt',
  },
  class: {
    de: 'ist keine bekannte Art: Pflicht, Voraussetzung, beschlossen, freiwillig',
    en: 'is no known class: Pflicht, Voraussetzung, beschlossen, freiwillig',
  },
};

type Reader = (values: RowValues, cell: SheetCell | undefined, directory: Directory, heading: string) => void;

/** Takes over what could be read; what could not is a fault of this cell. */
function take<T>(
  values: RowValues,
  {
    cell,
    heading,
    read,
    kind,
  }: { cell: SheetCell | undefined; heading: string; read: T | null | undefined; kind: keyof typeof NOT_READ },
  set: (value: T) => void,
): void {
  if (read === undefined) return;
  if (read !== null) {
    set(read);
    return;
  }
  const what = NOT_READ[kind];
  const text = textOf(cell).slice(0, 60);
  values.faults.push({ column: heading, message: { de: `„${text}“ ${what.de}.`, en: `“${text}” ${what.en}.` } });
}

const line =
  (field: 'name' | 'shortName' | 'purpose' | 'benefit'): Reader =>
  ({ fields }, cell) => {
    const text = textOf(cell);
    if (text !== '') fields[field] = field === 'name' || field === 'shortName' ? text.replaceAll(/\s+/g, ' ') : text;
  };

const day =
  (field: 'earliestStart' | 'finishedOn', edge: 'start' | 'end'): Reader =>
  (values, cell, _, heading) =>
    take(values, { cell, heading, read: dayOf(cell, edge), kind: 'day' }, (on) => {
      values.fields[field] = on;
    });

const readers: Record<PlainTarget, Reader> = {
  id: (values, cell) => {
    values.key = textOf(cell);
  },
  name: line('name'),
  shortName: line('shortName'),
  purpose: line('purpose'),
  benefit: line('benefit'),
  actionField: ({ fields }, cell, directory) => {
    const name = textOf(cell);
    if (name !== '') fields.actionField = actionFieldNamed(directory, name);
  },
  leadUnit: ({ fields }, cell, directory) => {
    const name = textOf(cell);
    if (name !== '' && name !== '–') fields.leadUnit = unitNamed(directory, name);
  },
  participants: ({ fields }, cell, directory) => {
    const parts = partsOf(cell);
    if (parts.length > 0) fields.participants = [...new Set(parts.map((part) => unitNamed(directory, part)))];
  },
  partners: ({ fields, hints }, cell, directory) => {
    const found = knownOnly(directory.partners, partsOf(cell), { de: 'Partner', en: 'partner' });
    if (found.ids.length > 0) fields.partners = found.ids;
    hints.push(...found.hints);
  },
  obligations: ({ fields, hints }, cell, directory) => {
    const found = knownOnly(directory.obligations, partsOf(cell), { de: 'Pflicht', en: 'duty' });
    if (found.ids.length > 0) fields.obligations = found.ids;
    hints.push(...found.hints);
  },
  papers: ({ fields }, cell) => {
    const parts = partsOf(cell);
    if (parts.length > 0) fields.papers = parts;
  },
  status: (values, cell, _, heading) => {
    const text = textOf(cell);
    const read = text === '' ? undefined : statusOf(text);
    take(values, { cell, heading, read, kind: 'status' }, (status) => {
      values.fields.status = status;
    });
  },
  commitmentClass: (values, cell, _, heading) => {
    const text = textOf(cell);
    const read = text === '' ? undefined : classOf(text);
    take(values, { cell, heading, read, kind: 'class' }, (found) => {
      values.fields.commitmentClass = found;
    });
  },
  caseNumberPerYear: (values, cell, _, heading) =>
    take(values, { cell, heading, read: numberOf(cell), kind: 'number' }, (number) => {
      values.fields.caseNumberPerYear = Math.round(number);
    }),
  earliestStart: day('earliestStart', 'start'),
  finishedOn: day('finishedOn', 'end'),
  deadline: (values, cell, _, heading) =>
    take(values, { cell, heading, read: dayOf(cell, 'end'), kind: 'day' }, (on) => {
      values.deadline = on;
    }),
  weeks: (values, cell, _, heading) =>
    take(values, { cell, heading, read: numberOf(cell), kind: 'number' }, (number) => {
      const factor = /monat/i.test(heading) ? 13 / 3 : 1;
      values.weeks = Math.max(1, Math.round(number * factor));
    }),
  followUpCost: (values, cell, _, heading) =>
    take(values, { cell, heading, read: centsOf(cell, heading), kind: 'number' }, (cents) => {
      values.fields.followUpCostCentsPerYear = cents;
    }),
};

/** Reads one line of a project list with the columns as they are mapped. */
export function readRow(
  cells: readonly SheetCell[],
  columns: readonly MappedColumn[],
  directory: Directory,
): RowValues {
  const values: RowValues = { key: '', fields: {}, effortTenths: {}, cents: {}, faults: [], hints: [] };
  for (const [index, { heading, target }] of columns.entries()) {
    const cell = cells[index];
    if (target === null || cell === null || cell === undefined) continue;
    const [kind, id] = target.split(':');
    if (kind === 'effort' && id !== undefined) {
      take(values, { cell, heading, read: numberOf(cell), kind: 'number' }, (days) => {
        values.effortTenths[id] = Math.round(days * 10);
      });
    } else if (kind === 'cost' && id !== undefined) {
      take(values, { cell, heading, read: centsOf(cell, heading), kind: 'number' }, (cents) => {
        values.cents[id] = cents;
      });
    } else readers[target as PlainTarget](values, cell, directory, heading);
  }
  return values;
}
