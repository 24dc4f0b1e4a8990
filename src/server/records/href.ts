import type { SearchedKind } from '../search/searched.ts';
import type { RecordKind } from './collections.ts';

/** Address of the page that shows a record; every record without a page of its own is shown as evidence. */
export function hrefOf(kind: RecordKind | SearchedKind, id: string): string {
  const part = encodeURIComponent(id);
  if (kind === 'project') return `/projekte/${part}`;
  if (kind === 'need') return `/bedarfe/${part}`;
  if (kind === 'interview') return `/bedarfe/gespraeche/${part}`;
  if (kind === 'serviceBundle') return `/pflichten/leistungen/${part}`;
  if (kind === 'paper') return `/ratspost/${part}`;
  if (kind === 'meeting') return `/ratspost/sitzungen/${part}`;
  if (kind === 'resolution') return `/ratspost/beschluesse/${part}`;
  if (kind === 'scenario') return `/szenarien/${part}`;
  return `/belege/${kind}/${part}`;
}
