import type { Messages } from '../language/de.ts';
import { mainPages, morePages, type NamedPage } from './pages.ts';

/** Pages that stand below another one although their address does not. */
const BELOW: Record<string, string> = { '/projekt-anlegen': '/projekte', '/liste-uebernehmen': '/projekte' };

/** Pages before somebody is signed in: nothing stands above them. */
const OUTSIDE = ['/anmeldung', '/einladung'];

/** Records with a page of their own, below which others stand; the rest of the address is no page by itself. */
function recordPage(path: string, t: Messages, reference: string | undefined): string | undefined {
  const [, list, id = ''] = path.split('/');
  if (list === 'projekte') return decodeURIComponent(id);
  if (list === 'ratspost') return reference ?? decodeURIComponent(id).toUpperCase();
  if (list === 'szenarien') return t.recordKinds.scenario;
  if (list === 'bedarfe') return t.recordKinds.need;
  return undefined;
}

/** Id of the paper below which a page stands. */
export function paperAbove(path: string, t: Messages): string | null {
  const [, list, id, below] = path.split('/');
  const isPage = morePages(t).some((page) => page.to === `/ratspost/${id}`);
  return list === 'ratspost' && id && below && !isPage ? decodeURIComponent(id) : null;
}

/**
 * The pages above the one at an address, from the top; none for the pages of the main navigation.
 *
 * @param reference number of the paper below which the page stands, once it is known
 */
export function trailOf(path: string, t: Messages, reference?: string): NamedPage[] {
  const main = mainPages(t);
  if (OUTSIDE.includes(path) || main.some((page) => page.to === path)) return [];
  const parts = path.split('/').filter((part) => part !== '');
  const top = main.find((page) => page.to === (BELOW[path] ?? `/${parts[0]}`)) ?? main[0];
  const trail = top ? [top] : [];
  if (parts.length < 3) return trail;
  const to = `/${parts[0]}/${parts[1]}`;
  const label = morePages(t).find((page) => page.to === to)?.label ?? recordPage(to, t, reference);
  return label ? [...trail, { to, label }] : trail;
}
