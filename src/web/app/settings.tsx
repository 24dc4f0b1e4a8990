import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Language } from '../../agenda/index.ts';
import { change } from '../api/client.ts';
import { preferencesQuery } from '../api/queries.ts';
import type { Me } from '../api/types.ts';
import { useShow } from '../commands/show.ts';
import { useLanguage } from '../language/context.tsx';
import { MenuAction, MenuButton, MenuChoice } from '../ui/menu.tsx';
import { opens } from './page-needs.ts';
import { useSignOut } from './sign-out.ts';
import { useTheme } from './theme.ts';

const languages: { value: Language; label: string; lang: string }[] = [
  { value: 'de', label: 'Deutsch', lang: 'de' },
  { value: 'en', label: 'English', lang: 'en' },
];

/** Mails come in the language of the pages. Without an answer the pages change their language all the same. */
async function keepLanguage(client: QueryClient, language: Language): Promise<void> {
  try {
    const preferences = await client.fetchQuery(preferencesQuery);
    await change('PUT', '/preferences', { body: { ...preferences, language } });
    await client.invalidateQueries({ queryKey: preferencesQuery.queryKey });
  } catch {
    // It is asked for again with the next change.
  }
}

/** A long name is cut where the bar ends: the whole one is read out, and shown where the mouse rests. */
function Name({ of }: { of: string }) {
  return (
    <span className="fp-user" title={of}>
      {of}
    </span>
  );
}

/** Language, light or dark, and the way out. */
export function Settings({ me }: { me: Me | undefined }) {
  const { t, language, setLanguage } = useLanguage();
  const [theme, setTheme] = useTheme();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const show = useShow();
  const client = useQueryClient();
  const choose = (next: Language): void => {
    setLanguage(next);
    if (me) void keepLanguage(client, next);
  };
  return (
    <MenuButton label={me ? <Name of={me.user.name} /> : t.settings.title}>
      <MenuChoice label={t.settings.language} choices={languages} value={language} onChange={choose} />
      <MenuChoice
        label={t.settings.theme}
        choices={[
          { value: 'system', label: t.settings.system },
          { value: 'light', label: t.settings.light },
          { value: 'dark', label: t.settings.dark },
        ]}
        value={theme}
        onChange={setTheme}
      />
      {me && <MenuAction label={t.menu.account} onAction={() => void navigate({ to: '/konto' })} />}
      {me && opens(me, '/statusrunde') && (
        <MenuAction label={t.menu.statusRound} onAction={() => void navigate({ to: '/statusrunde' })} />
      )}
      {me && opens(me, '/bestaetigungen') && (
        <MenuAction label={t.menu.confirmations} onAction={() => void navigate({ to: '/bestaetigungen' })} />
      )}
      {me && opens(me, '/personen') && (
        <MenuAction label={t.menu.people} onAction={() => void navigate({ to: '/personen' })} />
      )}
      {me && <MenuAction label={t.commands.title} onAction={() => show('palette')} />}
      {me && <MenuAction label={t.shortcuts.title} onAction={() => show('help')} />}
      {me && <MenuAction label={t.terms.title} onAction={() => void navigate({ to: '/begriffe' })} />}
      {me && <MenuAction label={t.settings.signOut} onAction={() => void signOut()} />}
    </MenuButton>
  );
}
