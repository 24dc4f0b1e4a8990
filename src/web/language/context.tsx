import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language, Text } from '../../agenda/index.ts';
import { de, type Messages } from './de.ts';
import { en } from './en.ts';
import { createFormat, type Format } from './format.ts';

const catalogues: Record<Language, Messages> = { de, en };
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
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'de';
  } catch {
    return 'de';
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage);
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
      setLanguage,
      t: catalogues[language],
      f: createFormat(language),
      text: (both) => both[language],
    }),
    [language],
  );
  return <Context value={value}>{children}</Context>;
}

export function useLanguage(): LanguageContext {
  const context = useContext(Context);
  if (context === null) throw new Error('useLanguage outside of LanguageProvider');
  return context;
}
