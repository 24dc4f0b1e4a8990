import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';

export type ButtonLook = 'main' | 'quiet' | 'plain';

/** Class of a button, also for links that look like one. At most one `main` on a page. */
export function buttonClass(look?: ButtonLook): string {
  return look ? `fp-btn fp-btn--${look}` : 'fp-btn';
}

export function Button({
  look,
  ...props
}: ButtonProps & {
  look?: ButtonLook;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}) {
  return <AriaButton {...props} className={buttonClass(look)} />;
}
