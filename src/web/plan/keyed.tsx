import type { ReactNode } from 'react';

/** The short key of a record with its name. */
export function Keyed({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="fp-keyed">
      <span className="fp-id">{id}</span>
      {children}
    </span>
  );
}
