import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { meQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';

/** How to get in: there are no passwords, only links that work once. */
export function SignInPage() {
  const { t } = useLanguage();
  const { data: me, isError } = useQuery(meQuery);
  const { link } = useSearch({ from: '/anmeldung' });
  return (
    <div className="fp-page">
      <PageHead title={t.signIn.title} />
      <div className="fp-message">
        {me && !isError ? (
          <>
            <p>{t.signIn.already(me.user.name)}</p>
            <p>
              <Link to="/" className={buttonClass('main')}>
                {t.states.toOverview}
              </Link>
            </p>
          </>
        ) : (
          <>
            {link === 'ungueltig' && (
              <p className="fp-notice" role="alert">
                {t.signIn.invalid}
              </p>
            )}
            <p>{t.signIn.how}</p>
            <ol className="fp-list">
              {t.signIn.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p className="fp-muted">{t.signIn.why}</p>
          </>
        )}
      </div>
    </div>
  );
}
