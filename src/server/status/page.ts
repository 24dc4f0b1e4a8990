import { html } from 'hono/html';
import type { Language, Project } from '../../agenda/index.ts';
import { reportableStatusSchema, type StatusItem } from '../../planning/index.ts';
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

/** `2026-11-30` as people read it. */
export const dayText = (iso: string, language: Language): string =>
  language === 'de' ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : iso;

/** A hint or a fault that belongs to a field. */
const note = (id: string, text: string | undefined, look: 'hint' | 'error'): Html =>
  text === undefined ? html`` : html`<span id="${id}" class="fp-form__${look}">${text}</span>`;

/** One of a few answers, all of them visible: a click each. */
function choice(
  name: string,
  legend: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
  fault: string | undefined,
): Html {
  const described = fault === undefined ? html`` : html` aria-describedby="${name}.fault"`;
  return html`<fieldset class="fp-link__choice"${described}>
    <legend>${legend}</legend>
    ${note(`${name}.fault`, fault, 'error')}
    ${options.map(
      ([value, label]) => html`<label class="fp-form__check">
      <input type="radio" name="${name}" value="${value}"${chosen === value ? html` checked` : html``}>
      <span>${label}</span></label>`,
    )}
  </fieldset>`;
}

function projectFields(
  { project, planned, typed, faults }: AskedProject,
  index: number,
  t: Texts,
  language: Language,
): Html {
  const [finish, problem] = [`finish.${index}`, `problem.${index}`];
  const faulty = (fault: string | undefined): Html => (fault === undefined ? html`` : html` aria-invalid="true"`);
  return html`<section class="fp-sec fp-link__project" aria-labelledby="project.${index}">
    <h2 class="fp-h2" id="project.${index}">${project.name}</h2>
    <p class="fp-muted">${
      planned ? t.planned(dayText(planned.start, language), dayText(planned.finish, language)) : t.unplanned
    }</p>
    ${choice(
      `status.${index}`,
      t.status,
      reportableStatusSchema.options.map((one) => [one, t.statuses[one]] as const),
      typed.status,
      faults.status,
    )}
    ${choice(`date.${index}`, t.dateRight, Object.entries(t.dateRights), typed.dateRight, faults.dateRight)}
    <div class="fp-form__field fp-link__date">
      <label for="${finish}">${t.expectedFinish}</label>
      <input type="text" id="${finish}" name="${finish}" value="${typed.finish}" maxlength="20"
        aria-describedby="${finish}.hint ${finish}.fault"${faulty(faults.finish)}>
      ${note(`${finish}.hint`, t.dateHint, 'hint')}${note(`${finish}.fault`, faults.finish, 'error')}
    </div>
    <div class="fp-form__field">
      <label for="${problem}">${t.problem}</label>
      <textarea id="${problem}" name="${problem}" rows="2" aria-describedby="${problem}.hint ${problem}.fault"${faulty(
        faults.problem,
      )}>${typed.problem}</textarea>
      ${note(`${problem}.hint`, t.problemHint, 'hint')}${note(`${problem}.fault`, faults.problem, 'error')}
    </div>
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
