import type { Rule } from './check-index.ts';
import { fault } from './fault.ts';

/** More circles than anybody reads; each costs a walk. */
const MOST_CIRCLES = 100;

/**
 * Circles in a directed graph: every node that cannot be ordered lies on a circle or behind one. Found by taking
 * away nodes without open predecessor again and again; from what is left, a walk against the arrows must come back
 * to a node it has seen. Circles are found that share no node: breaking one may bring another to light. A file that
 * has more than a hundred gets the first hundred.
 *
 * @param predecessors node → nodes that come before it; unknown nodes are ignored
 * @returns each circle in the order of its arrows, from the node that stands first in `predecessors`
 */
export function circles(predecessors: ReadonlyMap<string, readonly string[]>): string[][] {
  const open = new Map<string, Set<string>>();
  const successors = new Map<string, string[]>();
  const place = new Map([...predecessors.keys()].map((node, i) => [node, i]));
  for (const [node, before] of predecessors) {
    const known = new Set(before.filter((one) => predecessors.has(one)));
    open.set(node, known);
    for (const one of known) addTo(successors, one, node);
  }
  const remove = (ready: string[]): void => {
    for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
      open.delete(node);
      for (const next of successors.get(node) ?? []) {
        const waiting = open.get(next);
        if (waiting?.delete(node) && waiting.size === 0) ready.push(next);
      }
    }
  };
  remove([...open].filter(([, before]) => before.size === 0).map(([node]) => node));
  const found: string[][] = [];
  for (let start = firstKey(open); start !== undefined && found.length < MOST_CIRCLES; start = firstKey(open)) {
    const circle = walkBack(start, open);
    const first = Math.min(...circle.map((node) => place.get(node) ?? 0));
    const at = circle.findIndex((node) => place.get(node) === first);
    found.push([...circle.slice(at), ...circle.slice(0, at)]);
    remove(circle);
  }
  return found;
}

/** Adds to the list that a map holds for a key. */
export function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function firstKey(map: ReadonlyMap<string, unknown>): string | undefined {
  for (const key of map.keys()) return key;
  return undefined;
}

/** Follows the first open predecessor until a node comes again; the circle in the order of the arrows. */
function walkBack(start: string, open: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const trail: string[] = [];
  const at = new Map<string, number>();
  let node = start;
  while (!at.has(node)) {
    at.set(node, trail.length);
    trail.push(node);
    const [before] = open.get(node) ?? [];
    node = before ?? node;
  }
  return trail.slice(at.get(node)).reverse();
}

/** Projects that wait for each other can never start. Any link counts, whatever its type and lag. */
export const dependencyCycles: Rule = function* (agenda, index) {
  const predecessors = new Map(
    [...index.projects.values()].map((project) => [project.id, project.dependencies.map((link) => link.predecessor)]),
  );
  for (const circle of circles(predecessors)) {
    const [first = '', ...rest] = circle;
    const before = circle.at(-1) ?? first;
    const i = agenda.projects.findIndex((project) => project.id === first);
    const k = agenda.projects[i]?.dependencies.findIndex((link) => link.predecessor === before) ?? 0;
    const way = [first, ...rest, first].map((id) => `„${id}“`).join(' → ');
    yield fault(
      'dependencyCycle',
      ['projects', i, 'dependencies', k, 'predecessor'],
      rest.length === 0
        ? `Das Projekt „${first}“ wartet auf sich selbst; bitte diese Abhängigkeit streichen.`
        : `Diese Projekte warten im Kreis aufeinander: ${way}; bitte eine dieser Abhängigkeiten streichen.`,
      rest.length === 0
        ? `Project “${first}” waits for itself; please remove this dependency.`
        : `These projects wait for each other in a circle: ${way.replaceAll('„', '“').replaceAll(/“(?= |$)/g, '”')}; please remove one of these dependencies.`,
    );
  }
};

/** An office cannot belong to itself, not even through others. */
export const unitCircles: Rule = function* (agenda, index) {
  const parents = new Map([...index.units.values()].map((unit) => [unit.id, unit.parent ? [unit.parent] : []]));
  for (const circle of circles(parents)) {
    const [first = ''] = circle;
    const i = agenda.units.findIndex((unit) => unit.id === first);
    yield fault(
      'unitCircle',
      ['units', i, 'parent'],
      `Die Organisationseinheiten ${circle.map((id) => `„${id}“`).join(', ')} sind einander im Kreis übergeordnet; bitte eine der Angaben „parent“ berichtigen.`,
      `The units ${circle.map((id) => `“${id}”`).join(', ')} are above each other in a circle; please correct one of the fields “parent”.`,
    );
  }
};

/** A stage cannot wait for a project that itself begins only with this stage or a later one. */
export const stageCircles: Rule = function* (agenda, index) {
  const order = new Map(agenda.stages.map((stage, i) => [stage.id, i]));
  for (const [i, stage] of agenda.stages.entries()) {
    for (const [c, condition] of stage.entryConditions.entries()) {
      for (const [p, id] of condition.projects.entries()) {
        const field = index.actionFields.get(index.projects.get(id)?.actionField ?? '');
        if (field?.stage === undefined || (order.get(field.stage) ?? -1) < i) continue;
        yield fault(
          'stageCircle',
          ['stages', i, 'entryConditions', c, 'projects', p],
          `Die Stufe „${stage.id}“ wartet auf das Projekt „${id}“, das selbst erst in der Stufe „${field.stage}“ beginnt; bitte die Eingangsbedingung oder die Stufe des Handlungsfelds „${field.id}“ ändern.`,
          `Stage “${stage.id}” waits for project “${id}”, which itself begins only in stage “${field.stage}”; please change the entry condition or the stage of action field “${field.id}”.`,
        );
      }
    }
  }
};
