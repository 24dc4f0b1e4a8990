import { html } from 'hono/html';
import { germanDate } from '../../agenda/index.ts';
import { type ApprovedAgenda, approvedAgendaTables, projectCount } from './approved-agenda.ts';
import { type City, type Markup, page } from './layout.ts';

/**
 * The page for everybody in the administration, without sign-in and without any script: the agenda as it was approved.
 * @param shown `null` = no plan has been approved yet
 */
export function intranetPage(city: City, shown: ApprovedAgenda | null): Markup {
  if (shown === null) {
    return page(
      city,
      'Digitale Agenda',
      html`<h1>Digitale Agenda</h1><p>Es ist noch kein Plan genehmigt. Sobald es einen gibt, steht er hier.</p>`,
      { feed: false },
    );
  }
  return page(
    city,
    shown.agendaName,
    html`<h1>${shown.agendaName}</h1>
      <p class="meta">${city.name} · genehmigter Plan vom ${germanDate(shown.approvedOn)}, Stand ${germanDate(shown.asOf)}</p>
      <p>Der Plan enthält ${projectCount(shown)} Projekte. Termine sind so genehmigt; was sich seitdem im Arbeitsplan bewegt, steht hier nicht.</p>
      ${approvedAgendaTables(shown)}`,
    { feed: false },
  );
}
