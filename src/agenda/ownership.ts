import type { Agenda } from './agenda.ts';
import type { Need } from './needs.ts';
import type { Target } from './permissions.ts';
import type { Project } from './project.ts';

/** A unit and everything above it: who speaks for a department speaks for its offices. */
function withParents({ units }: Pick<Agenda, 'units'>, id: string): string[] {
  const chain: string[] = [];
  let current: string | undefined = id;
  while (current !== undefined && !chain.includes(current)) {
    chain.push(current);
    const at: string = current;
    current = units.find((unit) => unit.id === at)?.parent;
  }
  return chain;
}

type Offices = Pick<Agenda, 'city' | 'units'>;

/** A unit as the target of a permission. */
export function unitTarget(agenda: Offices, unit: string): Target {
  return { city: agenda.city.id, units: withParents(agenda, unit) };
}

/** The units for which somebody speaks: the named ones with everything below them. */
export function unitsSpokenFor(agenda: Pick<Agenda, 'units'>, own: readonly string[]): string[] {
  return agenda.units.map(({ id }) => id).filter((id) => withParents(agenda, id).some((above) => own.includes(above)));
}

/** A project belongs to the unit that leads it; units that only take part may read it like everybody. */
export function projectTarget(agenda: Offices, project: Pick<Project, 'leadUnit'>): Target {
  return { city: agenda.city.id, units: project.leadUnit === undefined ? [] : withParents(agenda, project.leadUnit) };
}

/** A need belongs to every unit that has it. */
export function needTarget(agenda: Offices, need: Pick<Need, 'units'>): Target {
  return { city: agenda.city.id, units: need.units.flatMap((unit) => withParents(agenda, unit)) };
}
