import { z } from '@hono/zod-openapi';
import { isInForce, needsOfProject, type Project as ProjectType } from '../../agenda/index.ts';
import { loadCatalogue } from '../../formats/index.ts';
import { whyDate } from '../../planning/index.ts';
import { readRecord, recordVersions } from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, Project, ProjectRecord, ProjectRow, WhyDate } from '../http/schemas.ts';
import { projectRow, teamNamesOf, unitNamesOf } from '../project-rows.ts';
import { sourcesOf } from '../records/collections.ts';
import { changeRecord } from '../records/edit.ts';
import { ID_IS_FIXED } from '../records/editable.ts';

/** Bundles of services with their names; a key that the catalogue does not know stands for itself. */
async function namedBundles(keys: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (keys.length === 0) return [];
  const { bundles } = await loadCatalogue();
  return keys.map((id) => {
    const found = bundles.find((one) => one.key === id);
    return { id, name: found ? `${found.name} (${id})` : id };
  });
}

/** A project with all that its page shows of it. */
async function projectRecord(
  loaded: LoadedAgenda,
  project: ProjectType,
  version: number,
): Promise<z.infer<typeof ProjectRecord>> {
  const { agenda, asOf } = loaded;
  const after = agenda.projects.filter((one) => one.dependencies.some((link) => link.predecessor === project.id));
  return {
    project,
    version,
    row: projectRow(loaded.context(), project),
    units: unitNamesOf(agenda, project, asOf),
    teams: teamNamesOf(agenda, project),
    obligations: agenda.obligations
      .filter((one) => project.obligations.includes(one.id))
      .map((one) => ({ ...one, inForce: isInForce(one, asOf) })),
    sources: sourcesOf(agenda, project),
    commitments: agenda.commitments.filter((one) => one.project === project.id),
    needs: needsOfProject(agenda, project.id).map(({ id, name }) => ({ id, name })),
    bundles: await namedBundles(project.serviceBundles),
    successors: after.map(({ id, name }) => ({ id, name })),
  };
}

export const projectRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/projects',
    summary: 'All projects as a list',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({
      projects: z.array(ProjectRow),
      /** Version of each project, which a change of it must name. */
      versions: z.record(z.string(), z.int()),
    }),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      // A city that begins has no plan yet, and nothing that one could be made of.
      if (loaded.agenda.projects.length === 0) return { body: { projects: [], versions: {} } };
      const context = loaded.context();
      const projects = loaded.once('projects', () => loaded.agenda.projects.map((one) => projectRow(context, one)));
      return { body: { projects, versions: await recordVersions(tx, 'projects') } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/projects/{id}',
    summary: 'One project with what belongs to it',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    tagged: true,
    answer: ProjectRecord,
    async handle({ tx, session, services, params }) {
      const stored = await readRecord(tx, 'projects', params.id);
      if (stored === undefined) throw new Problem('not-found');
      const loaded = await services.agendas.load(tx, session);
      return { body: await projectRecord(loaded, stored.body, stored.version), version: stored.version };
    },
  }),
  operation({
    method: 'put',
    path: '/api/projects/{id}',
    summary: 'Replace one project; the working plan is then computed anew',
    permission: 'writeProjects',
    own: true,
    params: idParams,
    body: Project,
    versioned: true,
    tagged: true,
    answer: ProjectRecord,
    async handle({ tx, session, services, params, body, expectedVersion }) {
      if (body.id !== params.id) refuseId();
      const change = { collection: 'projects', id: params.id, version: expectedVersion, body } as const;
      const { written, after } = await changeRecord({ tx, session, services }, change);
      const version = written.version ?? expectedVersion;
      return { body: await projectRecord(after, body, version), version };
    },
  }),
  operation({
    method: 'get',
    path: '/api/projects/{id}/why',
    summary: 'Why the project has the dates it has',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    answer: WhyDate,
    async handle({ tx, session, services, params }) {
      const loaded = await services.agendas.load(tx, session);
      if (!loaded.agenda.projects.some((one) => one.id === params.id)) throw new Problem('not-found');
      const plan = loaded.plan();
      const body = loaded.once(`why ${params.id}`, () => whyDate(loaded.agenda, plan, params.id));
      if (body === null) throw new Problem('not-found');
      return { body };
    },
  }),
];

/** A record keeps its id for good. */
export function refuseId(): never {
  throw new Problem('invalid-request', {
    errors: [{ pointer: '/id', detail: ID_IS_FIXED }],
  });
}
