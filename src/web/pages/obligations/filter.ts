import type { ObligationRow } from '../../../planning/index.ts';
import type { ObligationsSearch } from '../../app/search.ts';

/** Duties that the filter lets through; each word of the search occurs in name, law, addressee or a project. */
export function filterObligations(rows: readonly ObligationRow[], search: ObligationsSearch): ObligationRow[] {
  const words = (search.suche ?? '').toLocaleLowerCase('de').split(/\s+/);
  return rows.filter((row) => {
    if (search.kraft !== undefined && row.force !== search.kraft) return false;
    if (search.ampel !== undefined && row.light !== search.ampel) return false;
    const projects = row.projects.map((project) => `${project.id} ${project.name}`);
    const text = [row.name, row.law, row.paragraph, row.addressee, ...projects].join(' ').toLocaleLowerCase('de');
    return words.every((word) => text.includes(word));
  });
}
