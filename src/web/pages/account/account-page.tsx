import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accountQuery } from '../../api/identity.ts';
import { meQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { AuthenticatorSection } from './authenticator-section.tsx';
import { DelegationSection } from './delegation-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

function OwnAccount() {
  const client = useQueryClient();
  const query = useQuery(accountQuery);
  const reload = (): void => void client.invalidateQueries({ queryKey: accountQuery.queryKey });
  return (
    <Loaded query={query}>
      {(account) => (
        <div className="fp-stack">
          <PasswordSection mail={account.mail} onDone={reload} />
          <AuthenticatorSection account={account} onDone={reload} />
          <PasskeysSection account={account} onDone={reload} />
          <DelegationSection />
          <SessionsSection account={account} onDone={reload} />
        </div>
      )}
    </Loaded>
  );
}

/** How I sign in, and where I am signed in. */
export function AccountPage() {
  const { t } = useLanguage();
  const { data: me } = useQuery(meQuery);
  return (
    <div className="fp-page">
      <PageHead title={t.account.title} lead={me?.user.account ? me.user.name : undefined} />
      {me?.user.account ? (
        <OwnAccount />
      ) : (
        <Empty title={t.account.none}>
          <p>{t.account.noneAdvice}</p>
          <p>
            <Link to="/personen" className={buttonClass('main')}>
              {t.people.title}
            </Link>
          </p>
        </Empty>
      )}
    </div>
  );
}
