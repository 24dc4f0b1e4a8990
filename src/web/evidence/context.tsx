import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Evidence, RecordRef } from '../../council/index.ts';

interface EvidenceBook {
  find: (id: string) => Evidence | undefined;
  /** Evidence for a place in the planner's answer, for example `tradeOffs.3`, with the value as it stands in German. */
  at: (field: string, germanValue: string) => Evidence | undefined;
  /** Whether any figure rests on an assumed value; then those of the plan run do. */
  illustrative: boolean;
  /** A reference as an address: "this run" becomes the run's own id. */
  resolve: (ref: RecordRef) => RecordRef;
}

const Context = createContext<EvidenceBook | null>(null);

/**
 * Makes the evidence of an answer or a statement known to the figures inside.
 *
 * @param props.planRun id of the stored run; references name the run by its candidate project
 * @param props.paper the paper that brings candidate projects along: they are no projects of the agenda yet
 */
export function EvidenceProvider(props: {
  evidence: readonly Evidence[];
  planRun: string | null;
  paper: { id: string; candidates: readonly string[] };
  children: ReactNode;
}) {
  const { evidence, planRun, paper, children } = props;
  const book = useMemo<EvidenceBook>(() => {
    const byId = new Map(evidence.map((one) => [one.id, one]));
    return {
      find: (id) => byId.get(id),
      at: (field, germanValue) =>
        evidence.find((one) => one.value.de === germanValue && one.refs.some((ref) => ref.field === field)),
      illustrative: evidence.some((one) => one.illustrative),
      resolve: (ref) => {
        if (ref.kind === 'planRun' && planRun !== null) return { ...ref, id: planRun };
        if (ref.kind === 'project' && paper.candidates.includes(ref.id)) return { ...ref, kind: 'paper', id: paper.id };
        return ref;
      },
    };
  }, [evidence, planRun, paper]);
  return <Context value={book}>{children}</Context>;
}

export function useEvidence(): EvidenceBook {
  const book = useContext(Context);
  if (book === null) throw new Error('useEvidence outside of EvidenceProvider');
  return book;
}
