import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Evidence, RecordRef } from '../../council/index.ts';

interface EvidenceBook {
  find: (id: string) => Evidence | undefined;
  /** Evidence for a place in the planner's answer, for example `tradeOffs.3`, with the value as it stands in German. */
  at: (field: string, germanValue: string) => Evidence | undefined;
  /** A reference as an address: "this run" becomes the run's own id. */
  resolve: (ref: RecordRef) => RecordRef;
}

const Context = createContext<EvidenceBook | null>(null);

/**
 * Makes the evidence of an answer or a statement known to the figures inside.
 *
 * @param planRun id of the stored run; references name the run by its candidate project
 */
export function EvidenceProvider(props: {
  evidence: readonly Evidence[];
  planRun: string | null;
  children: ReactNode;
}) {
  const { evidence, planRun, children } = props;
  const book = useMemo<EvidenceBook>(() => {
    const byId = new Map(evidence.map((one) => [one.id, one]));
    return {
      find: (id) => byId.get(id),
      at: (field, germanValue) =>
        evidence.find((one) => one.value.de === germanValue && one.refs.some((ref) => ref.field === field)),
      resolve: (ref) => (ref.kind === 'planRun' && planRun !== null ? { ...ref, id: planRun } : ref),
    };
  }, [evidence, planRun]);
  return <Context value={book}>{children}</Context>;
}

export function useEvidence(): EvidenceBook {
  const book = useContext(Context);
  if (book === null) throw new Error('useEvidence outside of EvidenceProvider');
  return book;
}
