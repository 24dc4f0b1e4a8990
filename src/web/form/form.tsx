import type { ReactNode } from 'react';
import type { Problem } from '../api/types.ts';
import { Faults } from './faults.tsx';

/**
 * A form of any shape: what is wrong with it stands on top, in our words instead of the browser's. Its button is never
 * greyed because of what is not typed yet: `complete` of a {@link Saving} names that.
 */
export function Form(props: { problem: Problem | null; onSend: () => void; className?: string; children: ReactNode }) {
  const { problem, onSend, className, children } = props;
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog that a form has opened is no part of it: what is sent there is not sent here too.
        event.stopPropagation();
        onSend();
      }}
    >
      <Faults problem={problem} />
      {children}
    </form>
  );
}
