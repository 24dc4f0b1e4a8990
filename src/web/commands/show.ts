import { createContext, useContext } from 'react';

/** What the commands can show in front of the page. */
export type Shown = 'palette' | 'help';

export const ShowContext = createContext<(shown: Shown) => void>(() => undefined);

/** Shows the commands or the list of shortcuts. */
export const useShow = (): ((shown: Shown) => void) => useContext(ShowContext);

/** The search field in the bar. */
export const SEARCH_FIELD = 'suchfeld';
