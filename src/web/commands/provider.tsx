import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { preferencesQuery } from '../api/queries.ts';
import type { Me } from '../api/types.ts';
import { type Begun, type Command, commandOf, isTyping } from './shortcuts.ts';
import { SEARCH_FIELD, ShowContext, type Shown } from './show.ts';
import { TypedAhead } from './typed-ahead.tsx';

const Palette = lazy(() => import('./palette.tsx'));
const Help = lazy(() => import('./help.tsx'));

/** Listens for shortcuts everywhere and shows what they open; both parts are loaded when they are first asked for. */
export function CommandsProvider({ me, children }: { me: Me | undefined; children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const navigate = useNavigate();
  const { data: preferences } = useQuery({ ...preferencesQuery, enabled: me !== undefined });
  const characters = preferences?.shortcuts ?? false;
  const begun = useRef<Begun | null>(null);
  const run = useRef<(command: Command) => void>(() => undefined);
  run.current = (command) => {
    if (command === 'search') document.getElementById(SEARCH_FIELD)?.focus();
    else if (typeof command === 'object') void navigate({ to: command.page as '/' });
    else setShown(command);
  };
  const signedIn = me !== undefined;
  useEffect(() => {
    if (!signedIn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const typing = isTyping(event.target);
      const meant = commandOf(event, begun.current, { at: event.timeStamp, characters: characters && !typing });
      begun.current = 'begun' in meant ? meant.begun : null;
      if ('begun' in meant) return;
      event.preventDefault();
      run.current(meant.command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [signedIn, characters]);
  const ahead = useRef('');
  const typeAhead = useCallback((typed: string): void => {
    ahead.current = typed;
  }, []);
  const close = useCallback((): void => {
    ahead.current = '';
    setShown(null);
  }, []);
  return (
    <ShowContext value={setShown}>
      {children}
      <Suspense fallback={shown === 'palette' && <TypedAhead onChange={typeAhead} onGiveUp={close} />}>
        {me && shown === 'palette' && <Palette me={me} begunWith={ahead.current} onClose={close} />}
        {me && shown === 'help' && <Help onClose={close} />}
      </Suspense>
    </ShowContext>
  );
}
