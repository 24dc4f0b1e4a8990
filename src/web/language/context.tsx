import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Language, Text } from '../../agenda/index.ts';
import { de, type Messages } from './de.ts';
import { createFormat, type Format } from './format.ts';

const KEY = 'fahrplan.language';

export interface LanguageContext {
  language: Language;
  /** Messages of the active language. */
  t: Messages;
  f: Format;
  /** A sentence that the server sends in both languages. */
  text: (both: Text) => string;
  setLanguage: (language: Language) => void;
}

const Context = createContext<LanguageContext | null>(null);

/** The remembered language, else German: the pages are the city's own, whatever the browser prefers. */
function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'de';
  } catch {
    return 'de';
  }
}

/** A language with its messages. */
interface Chosen {
  language: Language;
  t: Messages;
}

/** Gets the messages of a language. German comes with the program; English is fetched by whoever chooses it. */
async function fetchLanguage(language: Language): Promise<Chosen> {
  return { language, t: language === 'de' ? de : (await import('./en.ts')).en };
}

/** What the pages begin with: the remembered language, or German where its messages cannot be had. */
export function firstLanguage(): Promise<Chosen> {
  return fetchLanguage(rememberedLanguage()).catch(() => ({ language: 'de', t: de }));
}

export function LanguageProvider({ first, children }: { first: Chosen; children: ReactNode }) {
  const [{ language, t }, choose] = useState(first);
  const wanted = useRef(language);
  useEffect(() => {
    document.documentElement.lang = language;
    try {
      localStorage.setItem(KEY, language);
    } catch {
      // Without storage the choice holds for this page only.
    }
  }, [language]);
  const value = useMemo<LanguageContext>(
    () => ({
      language,
      t,
      setLanguage(next) {
        wanted.current = next;
        // Whoever changes their mind meanwhile gets the later choice; without the server the language stays.
        const take = (chosen: Chosen): void => void (wanted.current === next && choose(chosen));
        fetchLanguage(next).then(take, () => undefined);
      },
      f: createFormat(language),
      text: (both) => both[language],
    }),
    [language, t],
  );
  return <Context value={value}>{children}</Context>;
}

export function useLanguage(): LanguageContext {
  const context = useContext(Context);
  if (context === null) throw new Error('useLanguage outside of LanguageProvider');
  return context;
}
