import { html } from 'hono/html';
import { germanDate, openAgenda, type PlanVersion, type Project } from '../../agenda/index.ts';
import { ILLUSTRATIVE_MARK } from '../../council/index.ts';
import { type Light, obligationRows, planContext, type RoadmapProject, roadmapView } from '../../planning/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { type City, type Markup, page } from './layout.ts';

/**
 * The page for everybody in the administration, without sign-in and without any script: what was approved, and nothing
 * that is still in work. Money, efforts, risks, notes and people stay behind the sign-in.
 */
export interface Intranet {
  agendaName: string;
  approvedOn: string;
  asOf: string;
  areas: readonly { name: string; projects: readonly RoadmapProject[] }[];
  duties: readonly {
    name: string;
    law: string;
    deadline: string;
    finish: string | null;
    illustrative: boolean;
    light: Light;
  }[];
}

const statusWords: Record<Project['status'], string> = {
  suggested: 'vorgeschlagen',
  planned: 'geplant',
  inProgress: 'läuft',
  waiting: 'wartet',
  succeeded: 'erledigt',
  failed: 'gescheitert',
  stopped: 'eingestellt',
  rejected: 'abgelehnt',
};

const lightWords: Record<Light, string> = {
  onPlan: 'im Plan',
  tight: 'knapp',
  missed: 'wird verfehlt',
  overdue: 'überfällig',
  waiting: 'wartet',
  running: 'läuft',
  done: 'erledigt',
  open: 'offen',
};

/** What the page shows of an approved plan: its projects only, with the dates that were approved. */
export function intranetOf(loaded: LoadedAgenda, approved: PlanVersion): Intranet {
  return loaded.once('intranet', () => {
    const context = planContext(openAgenda(loaded.agenda), approved, loaded.asOf);
    const planned = new Set(approved.phases.map((phase) => phase.project));
    return {
      agendaName: loaded.agenda.name,
      approvedOn: approved.on,
      asOf: loaded.asOf,
      areas: roadmapView(context)
        .areas.map(({ name, projects }) => ({ name, projects: projects.filter((one) => planned.has(one.id)) }))
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

/** The page as HTML; `null` = no plan has been approved yet. */
export function intranetPage(city: City, shown: Intranet | null): Markup {
  if (shown === null) {
    return page(
      city,
      'Digitale Agenda',
      html`<h1>Digitale Agenda</h1><p>Es ist noch kein Plan genehmigt. Sobald es einen gibt, steht er hier.</p>`,
      { feed: false },
    );
  }
  const marked = shown.areas.some(({ projects }) => projects.some((one) => one.illustrative));
  const count = shown.areas.reduce((sum, area) => sum + area.projects.length, 0);
  return page(
    city,
    shown.agendaName,
    html`<h1>${shown.agendaName}</h1>
      <p class="meta">${city.name} · genehmigter Plan vom ${germanDate(shown.approvedOn)}, Stand ${germanDate(shown.asOf)}</p>
      <p>Der Plan enthält ${count} Projekte. Termine sind so genehmigt; was sich seitdem im Arbeitsplan bewegt, steht hier nicht.</p>
      ${marked ? html`<p class="meta">${ILLUSTRATIVE_MARK} beruht auf angenommenen Werten ohne öffentliche Quelle.</p>` : ''}
      ${shown.areas.map(
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
        shown.duties.length === 0
          ? ''
          : html`<h2>Gesetzliche Pflichten mit Frist</h2>${table(
              'Pflichten mit Frist',
              ['Pflicht', 'Rechtsgrundlage', 'Frist', 'nach Plan erfüllt', 'Ampel'],
              shown.duties.map((one) => [
                one.name,
                one.law,
                day(one.deadline),
                day(one.finish, one.illustrative),
                lightWords[one.light],
              ]),
            )}`
      }`,
    { feed: false },
  );
}
