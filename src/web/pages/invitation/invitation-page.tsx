import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, sendJson } from '../../api/client.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { enter } from '../../identity/enter.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Fact, Facts } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';

interface Invitation {
  purpose: 'invitation' | 'passwordReset';
  name: string;
  mail: string;
  city: string;
}

/** Statuses of a link that was never given out or replaced, is used up, or has expired. */
const LINK_REFUSED = [401, 410];

function ChoosePassword({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useLanguage();
  const action = useFormAction();
  const [password, setPassword] = useState('');
  const [saved, setSaved] = useState(false);
  const submit = async (): Promise<void> => {
    const { signedIn } = await sendJson<{ signedIn: boolean }>('POST', '/invitation/accept', { token, password });
    if (signedIn) enter();
    else setSaved(true);
  };
  if (saved) {
    return (
      <div className="fp-message">
        <p role="status">{t.invitation.secondFactor}</p>
        <p>
          <Link to="/anmeldung" className={buttonClass('main')}>
            {t.signIn.title}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="fp-narrow">
      <p>{invitation.purpose === 'invitation' ? t.invitation.welcome(invitation.city) : t.invitation.reset}</p>
      <Facts>
        <Fact term={t.invitation.account}>
          {invitation.name}, {invitation.mail}
        </Fact>
      </Facts>
      <Form problem={action.problem} onSend={action.send(submit, { password })}>
        <input type="hidden" autoComplete="username" value={invitation.mail} readOnly />
        <TextInput
          label={t.invitation.password}
          hint={t.invitation.rule}
          error={action.errorAt('/password')}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          type="password"
          required
        />
        <div className="fp-actions">
          <Button look="main" type="submit">
            {t.invitation.submit}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** A link that opens nothing any more: to try once more would not help, a new one does. */
function Refused({ title }: { title: string }) {
  const { t } = useLanguage();
  return (
    <div className="fp-message" role="alert">
      <p className="fp-strong">{title}</p>
      <p>{t.invitation.wayOut}</p>
      <p>
        <Link to="/anmeldung" className={buttonClass('quiet')}>
          {t.signIn.title}
        </Link>
      </p>
    </div>
  );
}

/** Where an invitation leads. Its secret stands behind `#`, which no browser sends to a server by itself. */
export function InvitationPage() {
  const { t } = useLanguage();
  const [token] = useState(() => window.location.hash.slice(1));
  const query = useQuery({
    queryKey: ['/invitation', token],
    queryFn: () => sendJson<Invitation>('POST', '/invitation', { token }),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const refused = query.error instanceof ApiError && LINK_REFUSED.includes(query.error.status) ? query.error : null;
  return (
    <div className="fp-page">
      <PageHead title={t.invitation.title} />
      {token === '' ? (
        <p className="fp-notice" role="alert">
          {t.invitation.broken}
        </p>
      ) : refused ? (
        <Refused title={refused.problem.title} />
      ) : (
        <Loaded query={query}>{(invitation) => <ChoosePassword token={token} invitation={invitation} />}</Loaded>
      )}
    </div>
  );
}
