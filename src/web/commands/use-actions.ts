import { useSignOut } from '../app/sign-out.ts';
import { useTheme } from '../app/theme.ts';
import { useLanguage } from '../language/context.tsx';
import { useShow } from './show.ts';

/** What can be done from everywhere. */
export function useActions(): { label: string; action: () => void }[] {
  const { t, language, setLanguage } = useLanguage();
  const [, setTheme] = useTheme();
  const show = useShow();
  const signOut = useSignOut();
  return [
    { label: t.commands.help, action: () => show('help') },
    { label: t.commands.toDark, action: () => setTheme('dark') },
    { label: t.commands.toLight, action: () => setTheme('light') },
    { label: t.commands.otherLanguage, action: () => setLanguage(language === 'de' ? 'en' : 'de') },
    { label: t.commands.signOut, action: () => void signOut() },
  ];
}
