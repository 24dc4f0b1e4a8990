import { html } from 'hono/html';
import { z } from 'zod';
import { germanDate, isoDateSchema, openAgenda, type PlanVersion, projectStatusSchema } from '../../agenda/index.ts';
import { ILLUSTRATIVE_MARK } from '../../council/index.ts';
import { lightSchema, obligationRows, planContext, roadmapView } from '../../planning/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import type { Markup } from './layout.ts';

/**
 * The agenda as it was approved, for readers without sign-in: projects with their dates, duties with their deadlines, and
 * nothing that is still in work. Money, efforts, risks, notes and people stay behind the sign-in. It is kept with every
 * release as it was on that day.
 */
export const approvedAgendaSchema = z.strictObject({
  agendaName: z.string(),
  /** Day on which the plan was approved. */
  approvedOn: isoDateSchema,
  asOf: isoDateSchema,
  areas: z.array(
    z.strictObject({
      name: z.string(),
      projects: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          leadName: z.string().nullable(),
          status: projectStatusSchema,
          start: isoDateSchema.nullable(),
          finish: isoDateSchema.nullable(),
          illustrative: z.boolean(),
        }),
      ),
    }),
  ),
  duties: z.array(
    z.strictObject({
      name: z.string(),
      law: z.string(),
      deadline: isoDateSchema,
      finish: isoDateSchema.nullable(),
      illustrative: z.boolean(),
      light: lightSchema,
    }),
  ),
});
export type ApprovedAgenda = z.infer<typeof approvedAgendaSchema>;

const statusWords: Record<z.infer<typeof projectStatusSchema>, string> = {
  suggested: 'vorgeschlagen',
  planned: 'geplant',
  inProgress: 'läuft',
  waiting: 'wartet',
  succeeded: 'erledigt',
  failed: 'gescheitert',
  stopped: 'eingestellt',
  rejected: 'abgelehnt',
};

const lightWords: Record<z.infer<typeof lightSchema>, string> = {
  onPlan: 'im Plan',
  tight: 'knapp',
  missed: 'wird verfehlt',
  overdue: 'überfällig',
  waiting: 'wartet',
  running: 'läuft',
  done: 'erledigt',
  open: 'offen',
};

/** What an approved plan holds: its projects only, with the dates that were approved. */
export function approvedAgendaOf(loaded: LoadedAgenda, approved: PlanVersion): ApprovedAgenda {
  return loaded.once('approved agenda', () => {
    const context = planContext(openAgenda(loaded.agenda), approved, loaded.asOf);
    const planned = new Set(approved.phases.map((phase) => phase.project));
    return {
      agendaName: loaded.agenda.name,
      approvedOn: approved.on,
      asOf: loaded.asOf,
      areas: roadmapView(context)
        .areas.map(({ name, projects }) => ({
          name,
          projects: projects
            .filter((one) => planned.has(one.id))
            .map(({ id, name, leadName, status, start, finish, illustrative }) => {
              return { id, name, leadName, status, start, finish, illustrative };
            }),
        }))
        .filter(({ projects }) => projects.length > 0),
      duties: obligationRows(context)
        .flatMap(({ name, law, paragraph, force, inForce, deadline, finish, illustrative, light }) =>
          force === 'must' && inForce && deadline !== null
            ? [{ name, law: `${paragraph} ${law}`, deadline, finish, illustrative, light }]
            : [],
        )
        .sort((a, b) => (a.deadline < b.deadline ? -1 : 1)),
    };
  });
}

/** A day, marked when it rests on figures that are invented for an example. */
const day = (date: string | null, illustrative = false): string =>
  date === null ? '–' : `${germanDate(date)}${illustrative ? ILLUSTRATIVE_MARK : ''}`;

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table>
      <caption>${caption}</caption>
      <thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
      <tbody>${rows.map(
        ([first = '', ...more]) =>
          html`<tr><th scope="row">${first}</th>${more.map((one) => html`<td>${one}</td>`)}</tr>`,
      )}</tbody>
    </table></div>`;
}

/** Projects by field of action, then the duties with a deadline. */
export function approvedAgendaTables({ areas, duties }: ApprovedAgenda): Markup {
  const marked = areas.some(({ projects }) => projects.some((one) => one.illustrative));
  return html`${marked ? html`<p class="meta">${ILLUSTRATIVE_MARK} beruht auf angenommenen Werten ohne öffentliche Quelle.</p>` : ''}
      ${areas.map(
        (area) =>
          html`<h2>${area.name}</h2>${table(
            `Projekte: ${area.name}`,
            ['Projekt', 'Federführung', 'Stand', 'Beginn', 'Ende'],
            area.projects.map((one) => [
              `${one.id} ${one.name}`,
              one.leadName ?? '–',
              statusWords[one.status],
              day(one.start, one.illustrative),
              day(one.finish, one.illustrative),
            ]),
          )}`,
      )}
      ${
        duties.length === 0
          ? ''
          : html`<h2>Gesetzliche Pflichten mit Frist</h2>${table(
              'Pflichten mit Frist',
              ['Pflicht', 'Rechtsgrundlage', 'Frist', 'nach Plan erfüllt', 'Ampel'],
              duties.map((one) => [
                one.name,
                one.law,
                day(one.deadline),
                day(one.finish, one.illustrative),
                lightWords[one.light],
              ]),
            )}`
      }`;
}

export const projectCount = ({ areas }: ApprovedAgenda): number =>
  areas.reduce((sum, { projects }) => sum + projects.length, 0);
