import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meQuery } from '../api/queries.ts';
import { useLanguage } from '../language/context.tsx';
import { buttonClass } from '../ui/button.tsx';

const forms = {
  obligation: '/pflichten/vorschriften/$id',
  strategy: '/pflichten/strategien/$id',
  unit: '/auslastung/amt/$id',
  stage: '/fahrplan/stufen/$id',
  actionField: '/fahrplan/handlungsfelder/$id',
  goal: '/fahrplan/ziele/$id',
  prerequisite: '/fahrplan/voraussetzungen/$id',
  partner: '/fahrplan/partner/$id',
  alternative: '/fahrplan/alternativen/$id',
} as const;
type Kind = keyof typeof forms;

export function useMayWrite(): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.permissions.includes('writeRegister') ?? false;
}

/** The way to the form of a record of the register, for those who keep it. */
export function EditRegister({ kind, id }: { kind: string; id: string }) {
  const { t } = useLanguage();
  const may = useMayWrite();
  if (!may || !(kind in forms)) return null;
  return (
    <Link to={forms[kind as keyof typeof forms]} params={{ id }} className={buttonClass()}>
      {t.edit.edit}
    </Link>
  );
}

/** The way to a new one. */
export function NewRegister({ kind, children }: { kind: Kind; children: string }) {
  if (!useMayWrite()) return null;
  return (
    <Link to={forms[kind]} params={{ id: 'neu' }} className={buttonClass()}>
      {children}
    </Link>
  );
}
