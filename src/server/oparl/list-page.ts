import type { List, OparlObject } from '../../formats/index.ts';
import { Problem } from '../http/problems.ts';

/** Objects on a page, unless fewer are asked for. */
const MOST_PER_PAGE = 100;

const FILTERS = {
  created_since: (one, moment) => one.created >= moment,
  created_until: (one, moment) => one.created <= moment,
  modified_since: (one, moment) => one.modified >= moment,
  modified_until: (one, moment) => one.modified <= moment,
} as const satisfies Record<string, (one: OparlObject, moment: string) => boolean>;

/** A moment in UTC. A plus that was not encoded arrives as a space; it can mean nothing else here. */
function momentIn(name: string, given: string): string {
  const text = given.trim().replace(' ', '+');
  const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const moment = new Date(text);
  if (complete && !Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new Problem('invalid-request', {
    detail: {
      de: `Der Parameter ${name} braucht Datum, Uhrzeit und Zeitzone, zum Beispiel 2026-01-31T00:00:00%2B01:00.`,
      en: `The parameter ${name} needs date, time and time zone, for example 2026-01-31T00:00:00%2B01:00.`,
    },
  });
}

function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new Problem('invalid-request', {
    detail: { de: `Der Parameter ${name} ist eine Zahl ab 1.`, en: `The parameter ${name} is a number from 1.` },
  });
}

/**
 * A page of a list as OParl wants it: filtered, with links that keep the filters.
 *
 * @param address of the list, without parameters
 */
export function listPage(all: readonly OparlObject[], address: string, query: Record<string, string>): List {
  const kept = new URLSearchParams();
  let found = [...all];
  for (const [name, fits] of Object.entries(FILTERS)) {
    const given = query[name];
    if (given === undefined) continue;
    const moment = momentIn(name, given);
    kept.set(name, moment);
    found = found.filter((one) => fits(one, moment));
  }
  const asked = wholeNumber('elementsPerPage', query.elementsPerPage, MOST_PER_PAGE);
  const elementsPerPage = Math.min(asked, MOST_PER_PAGE);
  if (query.elementsPerPage !== undefined) kept.set('elementsPerPage', String(elementsPerPage));
  const totalPages = Math.max(1, Math.ceil(found.length / elementsPerPage));
  const currentPage = wholeNumber('page', query.page, 1);
  const linkTo = (page: number): string => {
    const parameters = new URLSearchParams(kept);
    if (page > 1) parameters.set('page', String(page));
    return parameters.size === 0 ? address : `${address}?${parameters}`;
  };
  const start = (currentPage - 1) * elementsPerPage;
  return {
    data: found.slice(start, start + elementsPerPage),
    pagination: { totalElements: found.length, elementsPerPage, currentPage, totalPages },
    links: {
      first: linkTo(1),
      ...(currentPage > 1 ? { prev: linkTo(Math.min(currentPage - 1, totalPages)) } : {}),
      self: linkTo(currentPage),
      ...(currentPage < totalPages ? { next: linkTo(currentPage + 1) } : {}),
      last: linkTo(totalPages),
    },
  };
}
