import type { StatementDesk } from '../../api/council.ts';
import type { Me } from '../../api/types.ts';
import type { Messages } from '../../language/de.ts';
import type { Work } from './use-work.ts';

/** What the parts beside the text have in common. */
export interface PanelProps {
  desk: StatementDesk;
  work: Work;
  me: Me | undefined;
}

export const mayDo = (me: Me | undefined, action: Me['permissions'][number]): boolean =>
  me?.permissions.includes(action) ?? false;

/** Who signed, and in whose place. */
export function signer({ names }: StatementDesk, t: Messages, by: string, represented: string | undefined): string {
  const name = names[by] ?? by;
  return represented ? t.delegation.inPlaceOf(name, names[represented] ?? represented) : name;
}

export const unitName = ({ units }: StatementDesk, id: string): string =>
  units.find((one) => one.id === id)?.name ?? id;
