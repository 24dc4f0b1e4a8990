import { Fragment, type ReactNode } from 'react';
import type { Light } from '../../planning/index.ts';
import { useLanguage } from '../language/context.tsx';

/** Outline of the mark ◇ in a square of eight: few fonts have the sign. */
export const DIAMOND = 'M4 .8 7.2 4 4 7.2.8 4z';

function Diamond() {
  return (
    <svg className="fp-ill" viewBox="0 0 8 8" aria-hidden="true">
      <path d={DIAMOND} />
    </svg>
  );
}

/** The mark ◇ of an illustrative figure, with its word for those who do not see it. Always right behind the figure. */
export function IllustrativeMark() {
  const { t } = useLanguage();
  return (
    <>
      {/* A word joiner: the mark never begins a line of its own. */}
      {'\u2060'}
      <Diamond />
      <span className="fp-sr"> ({t.illustrative})</span>
    </>
  );
}

/** A text that speaks of the mark itself. */
export function Marked({ text }: { text: string }) {
  return text.split('◇').map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change their order.
    <Fragment key={index}>
      {index > 0 && <Diamond />}
      {part}
    </Fragment>
  ));
}

/** A figure, marked when it is illustrative. */
export function Ill({ when = true, children }: { when?: boolean; children: ReactNode }) {
  return (
    <>
      {children}
      {when && <IllustrativeMark />}
    </>
  );
}

/** Footnote that explains the mark. */
export function IllustrativeNote() {
  const { t } = useLanguage();
  return (
    <>
      {t.illustrative}
      <Diamond />: {t.illustrativeNote}
    </>
  );
}

type Shape = 'ok' | 'near' | 'bad' | 'off' | 'wait' | 'run' | 'done';

const shapes: Record<Light, Shape> = {
  onPlan: 'ok',
  tight: 'near',
  missed: 'bad',
  overdue: 'bad',
  running: 'run',
  waiting: 'wait',
  open: 'off',
  done: 'done',
};

/** Shape and word: the traffic light never speaks by colour alone. */
export function Signal({ shape, children }: { shape: Shape; children: ReactNode }) {
  return <span className={`fp-light fp-light--${shape}`}>{children}</span>;
}

export function TrafficLight({ light }: { light: Light }) {
  const { t } = useLanguage();
  return <Signal shape={shapes[light]}>{t.lights[light]}</Signal>;
}

/** Text of the agenda, which is German whatever the language of the page. */
export function German({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  return language === 'de' ? children : <span lang="de">{children}</span>;
}
