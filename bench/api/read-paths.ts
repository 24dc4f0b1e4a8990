import type { Agenda } from '../../src/agenda/index.ts';

/** Every read route with an address that exists in this agenda; those that need what the agenda does not hold are left out. */
export function readPaths(operations: readonly { method: string; path: string }[], agenda: Agenda): string[] {
  const samples: Record<string, string | undefined> = {
    '/api/projects/{id}': agenda.projects[0]?.id,
    '/api/projects/{id}/why': agenda.projects[0]?.id,
    '/api/obligations/{id}': agenda.obligations[0]?.id,
  };
  const month = agenda.planStart.slice(0, 7);
  return operations
    .filter(({ method }) => method === 'get')
    .map(({ path }) => {
      const id = samples[path];
      return path
        .replace('{team}', agenda.teams[0]?.id ?? '{team}')
        .replace('{month}', month)
        .replace('{kind}', 'project')
        .replace(/search$/, 'search?q=Wohngeld')
        .replace('{id}', id ?? (path.startsWith('/api/records/') ? (agenda.projects[0]?.id ?? '{id}') : '{id}'));
    })
    .filter((path) => !path.includes('{'));
}
