import type { Action } from '../../agenda/index.ts';
import { may, type Rights } from '../identity/may.ts';

const everywhere = (action: Action) => ({ action, own: false });
/** A page that is of use to those also who may do this on records of their own units. */
const own = (action: Action) => ({ action, own: true });

const register = everywhere('writeRegister');
const capacity = everywhere('writeCapacity');
const papers = everywhere('writePapers');
const scenarios = everywhere('writeScenarios');

/**
 * What somebody must be allowed to do to work with a page, by its address; `*` stands for one part of it. A page that is
 * not named is for everybody who may read. What the page sends is asked on the server as well.
 */
export const pageNeeds: Readonly<Record<string, ReturnType<typeof everywhere>>> = {
  '/projekt-anlegen': own('writeProjects'),
  '/projekte/*/bearbeiten': own('writeProjects'),
  '/projekte/prioritaeten/*': register,
  '/liste-uebernehmen': everywhere('import'),
  '/bedarfe/*/bearbeiten': own('writeNeeds'),
  '/bedarfe/leitfaeden/*': register,
  '/auslastung/amt/*': register,
  '/auslastung/team/*': capacity,
  '/auslastung/budget/*': capacity,
  '/auslastung/buchungen/*': capacity,
  '/auslastung/buchungen-uebernehmen': capacity,
  '/fahrplan/stufen/*': register,
  '/fahrplan/handlungsfelder/*': register,
  '/fahrplan/ziele/*': register,
  '/fahrplan/voraussetzungen/*': register,
  '/fahrplan/alternativen/*': register,
  '/fahrplan/partner/*': register,
  '/szenarien/neu': scenarios,
  '/szenarien/*/bearbeiten': scenarios,
  '/pflichten/vorschriften/*': register,
  '/pflichten/strategien/*': register,
  '/ratspost/neu': papers,
  '/ratspost/liste-uebernehmen': papers,
  '/ratspost/*/bearbeiten': papers,
  '/ratspost/*/pruefung': papers,
  '/statusrunde': everywhere('writeProjects'),
  '/bestaetigungen': register,
  '/personen': everywhere('administer'),
  '/stadt-anlegen': everywhere('administer'),
};

const patterns = Object.entries(pageNeeds).map(([address, need]) => ({
  fits: new RegExp(`^${address.replaceAll('*', '[^/]+')}/?$`),
  need,
}));

/** Whether the page at this address is of use to somebody with these rights. */
export function opens(me: Rights, path: string): boolean {
  const need = patterns.find(({ fits }) => fits.test(path))?.need;
  if (need === undefined) return true;
  return need.own ? may(me, need.action) : me.permissions.includes(need.action);
}
