import { useEffect, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'fahrplan.theme';

function remembered(): Theme {
  const theme = document.documentElement.dataset.kernTheme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Light, dark, or as the system says. `public/theme.js` applies the remembered choice before the first paint. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(remembered);
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.kernTheme;
    else root.dataset.kernTheme = theme;
    try {
      if (theme === 'system') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // Without storage the choice holds for this page only.
    }
  }, [theme]);
  return [theme, setTheme];
}
