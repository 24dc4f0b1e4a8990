import type { NeedRow } from '../../../planning/index.ts';
import type { NeedsSearch } from '../../app/search.ts';

/** Needs that the filter lets through, the heaviest first. Merged ones are shown only when they are asked for. */
export function filterNeeds(needs: readonly NeedRow[], search: NeedsSearch): NeedRow[] {
  const words = (search.suche ?? '').toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
  return needs
    .filter((need) => {
      if ((search.stand === 'merged') !== (need.mergedInto !== null)) return false;
      if (search.stand !== undefined && search.stand !== 'merged' && need.state !== search.stand) return false;
      if (search.amt !== undefined && !need.units.some(({ id }) => id === search.amt)) return false;
      const text = `${need.id} ${need.name} ${need.description ?? ''}`.toLocaleLowerCase('de');
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name, 'de'));
}
