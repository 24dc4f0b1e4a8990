import type { Text } from '../../agenda/index.ts';
import { type ProjectList, readProjectList, readSheet, SheetRefusal, type Target } from '../../formats/index.ts';
import { type ImportMapping, keepMapping, readMapping, recordVersions } from '../../store/index.ts';
import { type FieldError, Problem } from '../http/problems.ts';
import type { RecordChange } from './change.ts';
import { changeAgenda, contradictionsOf, type Work, type Written } from './edit.ts';

/** A file as the page sends it, with what a person has decided about its columns. */
export interface ListFile {
  file: string;
  mapping?: ImportMapping | undefined;
}

/**
 * Reads a project list against the city's agenda: what each column means, what becomes of each line, and what the
 * rules of the agenda say about it. Nothing is stored. Lines that would make the agenda contradictory are faulty too.
 */
export async function readList(work: Work, { file, mapping }: ListFile): Promise<ProjectList> {
  const loaded = await work.services.agendas.load(work.tx, work.session);
  const rows = await readSheet(Buffer.from(file, 'base64')).catch((error: unknown) => {
    if (error instanceof SheetRefusal) throw new Problem('invalid-request', { detail: error.text });
    throw error;
  });
  const first = readProjectList(loaded.agenda, rows, mapping as Record<string, Target | null> | undefined);
  const kept = mapping ?? (await readMapping(work.tx, headingsOf(first)));
  let list =
    mapping === undefined ? readProjectList(loaded.agenda, rows, kept as Record<string, Target | null>) : first;
  // A line that is taken out may make another one contradictory, which waited for it; twice is enough for any list.
  for (let round = 0; round < 3; round++) {
    const changes = changesOf(list, {});
    const errors = contradictionsOf(loaded, changes);
    if (errors.length === 0) return list;
    list = withFaults(list, changes, errors);
  }
  return list;
}

const headingsOf = (list: ProjectList): string[] => list.columns.map((one) => one.heading);

/** The lines to which the contradictions belong, marked as faulty. */
function withFaults(list: ProjectList, changes: readonly RecordChange[], errors: readonly FieldError[]): ProjectList {
  const wrong = new Map<string, Text[]>();
  for (const { pointer, detail } of errors) {
    const change = changes[Number(/^\/changes\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)];
    const id = change?.collection === 'projects' ? change.id : '';
    wrong.set(id, [...(wrong.get(id) ?? []), detail]);
  }
  const rows = list.rows.map((row) => {
    const found = row.project === null ? undefined : wrong.get(row.id);
    if (found === undefined) return row;
    const faults = [...row.faults, ...found.map((message) => ({ column: '', message }))];
    return { ...row, state: 'faulty' as const, project: null, faults };
  });
  return { ...list, rows };
}

/** What a list changes: the records it needs, then its new and changed projects. */
function changesOf(list: ProjectList, versions: Record<string, number>): RecordChange[] {
  const isNew = { version: null } as const;
  return [
    ...list.newActionFields.map((body) => ({ collection: 'actionFields', id: body.id, ...isNew, body }) as const),
    ...list.newUnits.map((body) => ({ collection: 'units', id: body.id, ...isNew, body }) as const),
    ...list.rows.flatMap((row) =>
      row.project === null || row.state === 'unchanged'
        ? []
        : [{ collection: 'projects', id: row.id, version: versions[row.id] ?? null, body: row.project } as const],
    ),
  ];
}

/** Takes a list over, all lines without faults in one step, and remembers what its columns mean. */
export async function importList(work: Work, file: ListFile): Promise<{ list: ProjectList; written: Written[] }> {
  const list = await readList(work, file);
  const changes = changesOf(list, await recordVersions(work.tx, 'projects'));
  const { written } = changes.length === 0 ? { written: [] } : await changeAgenda(work, changes);
  const mapping = Object.fromEntries(list.columns.filter((one) => one.heading).map((one) => [one.heading, one.target]));
  await keepMapping(work.tx, headingsOf(list), mapping);
  return { list, written };
}
