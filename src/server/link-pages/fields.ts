import { html } from 'hono/html';
import { isIsoDate, type Language } from '../../agenda/index.ts';
import type { Html } from './layout.ts';

/** `2026-11-30` as people read it. */
export const dayText = (iso: string, language: Language): string =>
  language === 'de' ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : iso;

/** `30.11.2026`, `3.1.26` or `2026-11-30` as an ISO day; undefined if it is none. */
export function typedDay(text: string): string | undefined {
  const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})$/.exec(text);
  const [, day = '', month = '', year = ''] = german ?? [];
  const iso = german ? `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isIsoDate(iso) ? iso : undefined;
}

/** A hint or a fault that belongs to a field. */
function note(id: string, text: string | undefined, look: 'hint' | 'error'): Html {
  return text === undefined ? html`` : html`<span id="${id}" class="fp-input__${look}">${text}</span>`;
}

const faulty = (fault: string | undefined): Html => (fault === undefined ? html`` : html` aria-invalid="true"`);

/** One of a few answers, all of them visible: a click each. */
export function choiceField(
  name: string,
  legend: string,
  options: readonly (readonly [value: string, label: string])[],
  { value, fault }: { value: string; fault: string | undefined },
): Html {
  const described = fault === undefined ? html`` : html` aria-describedby="${name}.fault"`;
  return html`<fieldset class="fp-link__choice"${described}>
    <legend>${legend}</legend>
    ${note(`${name}.fault`, fault, 'error')}
    ${options.map(
      ([option, label]) => html`<label class="fp-form__check">
      <input type="radio" name="${name}" value="${option}"${value === option ? html` checked` : html``}>
      <span>${label}</span></label>`,
    )}
  </fieldset>`;
}

interface Field {
  label: string;
  hint: string;
  value: string;
  fault: string | undefined;
}

/** A day, typed: the browser's own calendar speaks the language of the browser, not of the page. */
export function dayField(name: string, { label, hint, value, fault }: Field): Html {
  return html`<div class="fp-input fp-link__date">
    <label for="${name}" class="fp-input__label">${label}</label>
    ${note(`${name}.hint`, hint, 'hint')}
    <input type="text" id="${name}" name="${name}" value="${value}" maxlength="20"
      aria-describedby="${name}.hint ${name}.fault"${faulty(fault)}>
    ${note(`${name}.fault`, fault, 'error')}
  </div>`;
}

/** A few sentences. */
export function proseField(name: string, { label, hint, value, fault }: Field): Html {
  return html`<div class="fp-input">
    <label for="${name}" class="fp-input__label">${label}</label>
    ${note(`${name}.hint`, hint, 'hint')}
    <textarea id="${name}" name="${name}" rows="3" aria-describedby="${name}.hint ${name}.fault"${faulty(fault)}>${value}</textarea>
    ${note(`${name}.fault`, fault, 'error')}
  </div>`;
}
