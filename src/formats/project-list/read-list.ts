import { type Agenda, type Project, projectSchema, shapeFaults, type Text } from '../../agenda/index.ts';
import { columnsOf, headOf, inColumn } from '../sheet/columns.ts';
import type { SheetCell } from '../sheet/write-sheet.ts';
import { textOf } from './cells.ts';
import { type Directory, directoryOf, idFrom } from './names.ts';
import { type CellFault, type MappedColumn, type RowValues, readRow } from './read-row.ts';
import { bare, isGroupHeading, recognise, type Target } from './targets.ts';
import { changedProject, newProject } from './to-project.ts';

/** What becomes of one line of the list. `line` is its number in the file, from 1. */
export interface ListRow {
  line: number;
  state: 'new' | 'changed' | 'unchanged' | 'faulty';
  id: string;
  name: string;
  faults: CellFault[];
  hints: Text[];
  project: Project | null;
}

/** A project list as it would be taken over. */
export interface ProjectList {
  headLine: number;
  columns: MappedColumn[];
  rows: ListRow[];
  newActionFields: Agenda['actionFields'];
  newUnits: Agenda['units'];
}

/** Equal as stored: the order of keys says nothing. */
const stored = (project: Project): string =>
  JSON.stringify(projectSchema.parse(project), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/**
 * Reads a table as a list of projects. A line belongs to a project by its key, without one by its name; so a list that
 * is read twice makes no project twice. Empty cells change nothing. Lines with faults are named and left out.
 *
 * @param chosen heading → what it means, where a person has decided otherwise; null leaves the column out
 */
export function readProjectList(
  agenda: Agenda,
  rows: readonly (readonly SheetCell[])[],
  chosen: Readonly<Record<string, Target | null>> = {},
): ProjectList {
  const meaning = (heading: string): Target | null => recognise(heading, agenda);
  const head = headOf(rows, meaning);
  const columns = columnsOf(rows[head] ?? [], meaning, chosen);
  const directory = directoryOf(agenda);
  const reader = new Reader(agenda, directory, columns);
  const found = rows.slice(head + 1).flatMap((cells, index) => {
    const empty = columns.every(({ target }, column) => target === null || textOf(cells[column]) === '');
    return empty ? [] : [reader.read(readRow(cells, columns, directory), head + index + 2)];
  });
  const used = found.flatMap((row) => row.project ?? []);
  const fields = new Set(used.map((project) => project.actionField));
  const units = new Set(used.flatMap((project) => [project.leadUnit, ...project.participants]));
  return {
    headLine: head + 1,
    columns,
    rows: found,
    newActionFields: [...directory.newActionFields.values()].filter((one) => fields.has(one.id)),
    newUnits: [...directory.newUnits.values()].filter((one) => units.has(one.id)),
  };
}

/** Turns lines into projects, one after the other, and remembers which are taken. */
class Reader {
  readonly #agenda: Agenda;
  readonly #directory: Directory;
  readonly #columns: readonly MappedColumn[];
  readonly #byId: Map<string, Project>;
  readonly #byName: Map<string, Project>;
  /** A list of ours that is grouped, in which a project stands once in each of its groups. */
  readonly #grouped: boolean;
  /** Project → line in which it stands, and what that one says. */
  readonly #lines = new Map<string, { line: number; says: string }>();

  constructor(agenda: Agenda, directory: Directory, columns: readonly MappedColumn[]) {
    this.#agenda = agenda;
    this.#directory = directory;
    this.#columns = columns;
    this.#grouped = columns.some(({ heading }) => isGroupHeading(heading));
    this.#byId = new Map(agenda.projects.map((one) => [one.id, one]));
    this.#byName = new Map(agenda.projects.map((one) => [bare(one.name), one]));
  }

  read(values: RowValues, line: number): ListRow {
    const name = values.fields.name ?? '';
    const key = keyOf(values.key);
    const present = key === '' ? this.#byName.get(bare(name)) : this.#byId.get(key);
    const id = present?.id ?? (key === '' ? this.#freeId(name) : key);
    const row = { line, id, name: name || (present?.name ?? ''), faults: values.faults, hints: values.hints };
    if (present === undefined && name === '') row.faults.push(fault('Name', 'Der Name fehlt.', 'The name is missing.'));
    const says = JSON.stringify(values);
    const before = this.#lines.get(id);
    if (before?.says === says && this.#grouped) return repeated(row, before.line);
    if (before !== undefined) row.faults.push({ column: '', message: standsIn(before.line) });
    if (row.faults.length > 0) return { ...row, state: 'faulty', project: null };
    this.#lines.set(id, { line, says });
    const project = present ? changedProject(present, values) : newProject(this.#agenda, this.#directory, id, values);
    const parsed = projectSchema.safeParse(project);
    if (!parsed.success) {
      const faults = shapeFaults(parsed.error, project).map((one) => inColumn(one, this.#columns));
      return { ...row, faults, state: 'faulty', project: null };
    }
    const state = present === undefined ? 'new' : stored(present) === stored(project) ? 'unchanged' : 'changed';
    return { ...row, state, project: parsed.data };
  }

  #freeId(name: string): string {
    return idFrom(name, (id) => this.#byId.has(id) || this.#lines.has(id), 'projekt');
  }
}

const standsIn = (line: number): Text => ({
  de: `Dieses Projekt steht schon in Zeile ${line}.`,
  en: `This project stands in line ${line} already.`,
});

/** The same line once more, in another group: it says nothing new. */
const repeated = (row: Omit<ListRow, 'state' | 'project'>, line: number): ListRow => ({
  ...row,
  hints: [...row.hints, standsIn(line)],
  state: 'unchanged',
  project: null,
});

/** A key as typed, with everything replaced that no id may hold: `IT 12/3` becomes `IT-12-3`. */
function keyOf(typed: string): string {
  const plain = typed.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return plain.replace(/-+$/, '').slice(0, 64);
}

const fault = (column: string, de: string, en: string): CellFault => ({ column, message: { de, en } });
