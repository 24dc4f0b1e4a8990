import { type ReactNode, useId } from 'react';
import { TermHelp } from '../terms/term-help.tsx';
import type { Term } from '../terms/words.ts';

/** Part of a page: a heavy line, its title, at most one link or note on the right. */
export function Section(props: {
  title: ReactNode;
  /** Title for screen readers only, where the content speaks for itself. */
  hiddenTitle?: boolean;
  end?: ReactNode;
  gap?: boolean;
  id?: string;
  children: ReactNode | ((titleId: string) => ReactNode);
}) {
  const { title, hiddenTitle, end, gap, id, children } = props;
  const titleId = useId();
  const heading = (
    <h2 id={titleId} className={hiddenTitle ? 'fp-sr' : 'fp-h2'}>
      {title}
    </h2>
  );
  return (
    <section className={gap ? 'fp-sec fp-gap' : 'fp-sec'} aria-labelledby={titleId} id={id}>
      {hiddenTitle ? (
        heading
      ) : (
        <div className="fp-sec__head">
          {heading}
          {end}
        </div>
      )}
      {typeof children === 'function' ? children(titleId) : children}
    </section>
  );
}

/** A wide table or chart in its own scroll area, reachable by keyboard. */
export function ScrollArea(props: ({ labelledBy: string } | { label: string }) & { children: ReactNode }) {
  const name = 'label' in props ? { 'aria-label': props.label } : { 'aria-labelledby': props.labelledBy };
  return (
    <div className="fp-x" role="group" tabIndex={0} {...name}>
      {props.children}
    </div>
  );
}

/** Terms and their values, one below the other or (`inline`) side by side; each is a {@link Fact}. */
export function Facts({ inline, children }: { inline?: boolean; children: ReactNode }) {
  return <dl className={inline ? 'fp-facts' : 'fp-dl'}>{children}</dl>;
}

/** @param help what the term means stands in the glossary under this name */
export function Fact({ term, help, children }: { term: string; help?: Term; children: ReactNode }) {
  return (
    <div>
      <dt>
        {term}
        {help && <TermHelp of={help} />}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
