import { html } from 'hono/html';
import type { Language, Project } from '../../agenda/index.ts';
import { reportableStatusSchema, type StatusItem } from '../../planning/index.ts';
import { choiceField, dayField, dayText, proseField } from '../link-pages/fields.ts';
import type { Html } from '../link-pages/layout.ts';
import type { TypedAnswer, TypedFaults } from './form.ts';
import { statusTexts } from './texts.ts';

/** A project on the page, with what is known and what was typed. */
export interface AskedProject {
  project: Project;
  planned: { start: string; finish: string } | undefined;
  typed: TypedAnswer;
  faults: TypedFaults;
}

type Texts = (typeof statusTexts)['de'];

function projectFields(
  { project, planned, typed, faults }: AskedProject,
  index: number,
  t: Texts,
  language: Language,
): Html {
  return html`<section class="fp-sec fp-link__project" aria-labelledby="project.${index}">
    <h2 class="fp-h2" id="project.${index}">${project.name}</h2>
    <p class="fp-muted">${
      planned ? t.planned(dayText(planned.start, language), dayText(planned.finish, language)) : t.unplanned
    }</p>
    ${choiceField(
      `status.${index}`,
      t.status,
      reportableStatusSchema.options.map((one) => [one, t.statuses[one]] as const),
      { value: typed.status, fault: faults.status },
    )}
    ${choiceField(`date.${index}`, t.dateRight, Object.entries(t.dateRights), {
      value: typed.dateRight,
      fault: faults.dateRight,
    })}
    ${dayField(`finish.${index}`, {
      label: t.expectedFinish,
      hint: t.dateHint,
      value: typed.finish,
      fault: faults.finish,
    })}
    ${proseField(`problem.${index}`, {
      label: t.problem,
      hint: t.problemHint,
      value: typed.problem,
      fault: faults.problem,
    })}
  </section>`;
}

/** The questions about all projects of one person. */
export function questionsPage(
  asked: readonly AskedProject[],
  { language, name, city, token }: { language: Language; name: string; city: string; token: string },
): Html {
  const t = statusTexts[language];
  const faulty = asked.some(({ faults }) => Object.keys(faults).length > 0);
  return html`<div class="fp-link">
    <p class="fp-lead">${t.lead(name, city)}</p>
    <p class="fp-muted">${t.note}</p>
    ${faulty ? html`<p class="fp-notice" role="alert">${t.summary}</p>` : html``}
    <form method="post" action="/status" class="fp-link__form">
      <input type="hidden" name="token" value="${token}">
      ${asked.map((one, index) => projectFields(one, index, t, language))}
      <div class="fp-actions"><button type="submit" class="fp-btn fp-btn--main">${t.submit}</button></div>
    </form>
  </div>`;
}

/** What was recorded, and what of it does not fit the plan: the lead sees at once what we see. */
export function thanksPage(
  items: readonly StatusItem[],
  nameOf: (project: string) => string,
  language: Language,
): Html {
  const t = statusTexts[language];
  const odd = items.filter((one) => one.flags.length > 0);
  return html`<div class="fp-message" role="status">
    <p class="fp-strong">${t.thanks}</p>
    <p>${t.thanksNote}</p>
  </div>
  ${
    odd.length === 0
      ? html``
      : html`<section class="fp-sec" aria-labelledby="odd">
    <h2 class="fp-h2" id="odd">${t.oddTitle}</h2>
    <p>${t.oddNote}</p>
    <ul class="fp-list">${odd.map(
      ({ project, flags }) =>
        html`<li><strong>${nameOf(project)}</strong>: ${flags.map((one) => t.flags[one]).join(' ')}</li>`,
    )}</ul></section>`
  }`;
}
