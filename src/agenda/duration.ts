import type { Project } from './project.ts';

/** Weeks that a project takes in one delivery mode without waiting; 0 if the mode does nothing. */
export function modeWeeks(project: Pick<Project, 'phases'>, mode: string): number {
  let inLine = 0;
  let withOffsets = 0;
  for (const phase of project.phases) {
    const weeks = phase.work[mode]?.weeks ?? 0;
    inLine += weeks;
    if (weeks > 0) withOffsets = Math.max(withOffsets, (phase.offsetWeeks ?? 0) + weeks);
  }
  return usesOffsets(project) ? withOffsets : inLine;
}

/** True when the phases of a project lie at fixed distances from its start. */
export function usesOffsets(project: Pick<Project, 'phases'>): boolean {
  return project.phases.some((phase) => phase.offsetWeeks !== undefined);
}

/** Delivery modes that may still be chosen. */
export function openModes(project: Project): string[] {
  return project.fixedMode === undefined ? project.modes.map((mode) => mode.id) : [project.fixedMode];
}

/** Shortest time over the modes that may still be chosen. */
export function shortestWeeks(project: Project): number {
  return Math.min(...openModes(project).map((mode) => modeWeeks(project, mode)));
}

/**
 * Longest time from start to finish, if nothing may wait in between: a single phase or fixed offsets. Otherwise
 * a project may wait between its phases as long as it likes.
 */
export function longestWeeks(project: Project): number {
  if (project.phases.length > 1 && !usesOffsets(project)) return Number.POSITIVE_INFINITY;
  return Math.max(...openModes(project).map((mode) => modeWeeks(project, mode)));
}
