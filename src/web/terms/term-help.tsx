import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../language/context.tsx';
import { isTerm, termWords } from './words.ts';

const Meaning = lazy(() => import('./meaning.tsx'));

/** A question mark behind a word: what the term means, in place. Nothing for a word that is no term. */
export function TermHelp({ of }: { of: string }) {
  const { t, text } = useLanguage();
  if (!isTerm(of)) return null;
  const word = text(termWords[of]);
  return (
    <DialogTrigger>
      <Button className="fp-what" aria-label={t.terms.what(word)}>
        ?
      </Button>
      <Popover className="fp-pop fp-meaning" placement="bottom" offset={4}>
        <Dialog aria-label={word}>
          <p className="fp-strong">{word}</p>
          <Suspense fallback={<p className="fp-muted">{t.states.loading}</p>}>
            <Meaning of={of} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
