import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meQuery } from '../api/queries.ts';
import { useLanguage } from '../language/context.tsx';
import { buttonClass } from '../ui/button.tsx';

const forms = { obligation: '/pflichten/vorschriften/$id', strategy: '/pflichten/strategien/$id' } as const;
type Kind = keyof typeof forms;

function useMayWrite(): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.permissions.includes('writeRegister') ?? false;
}

/** The way to the form of a norm or strategy, for those who keep the register. */
export function EditRegister({ kind, id }: { kind: string; id: string }) {
  const { t } = useLanguage();
  const may = useMayWrite();
  if (!may || (kind !== 'obligation' && kind !== 'strategy')) return null;
  return (
    <Link to={forms[kind]} params={{ id }} className={buttonClass()}>
      {t.edit.edit}
    </Link>
  );
}

/** The way to a new one. */
export function NewRegister({ kind }: { kind: Kind }) {
  const { t } = useLanguage();
  if (!useMayWrite()) return null;
  return (
    <Link to={forms[kind]} params={{ id: 'neu' }} className={buttonClass()}>
      {kind === 'obligation' ? t.register.newObligation : t.register.newStrategy}
    </Link>
  );
}
