import { type ReactNode, useEffect, useRef } from 'react';
import type { Evidence, Statement } from '../../../council/index.ts';
import { EvidenceCard } from '../../evidence/card.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';

export const cardAnchor = (evidence: string): string => `beleg-${evidence}`;

function Card(props: { evidence: Evidence; number: number; open: boolean; onClose: () => void }) {
  const { evidence, number, open, onClose } = props;
  const { t } = useLanguage();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!open) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const back = (): void => {
    const figure = document.querySelector<HTMLElement>(`[data-evidence="${CSS.escape(evidence.id)}"]`);
    onClose();
    figure?.focus();
  };
  return (
    <li id={cardAnchor(evidence.id)} ref={card} tabIndex={-1} className="fp-cardbox" data-open={open}>
      <EvidenceCard
        evidence={evidence}
        head={
          <p className="fp-muted">
            {t.statement.figure} {number}{' '}
            {open && (
              <Button look="quiet" onPress={back}>
                {t.statement.backToText}
              </Button>
            )}
          </p>
        }
      />
    </li>
  );
}

/** The evidence of all figures of the text, in the order of their numbers. */
export function Margin(props: {
  statement: Statement;
  numbers: ReadonlyMap<string, number>;
  open: string | null;
  onClose: () => void;
  /** Stands above the evidence: signatures and release. */
  children?: ReactNode;
}) {
  const { statement, numbers, open, onClose, children } = props;
  const { t } = useLanguage();
  const cards = [...numbers].flatMap(([id, number]) => {
    const evidence = statement.evidence.find((one) => one.id === id);
    return evidence ? [{ evidence, number }] : [];
  });
  return (
    <aside className="fp-ed__margin" aria-label={t.work.panel}>
      <div className="fp-ed__sticky" tabIndex={0} role="group" aria-label={t.evidence.plural}>
        {children}
        <h2 className="fp-h2 fp-gap">{t.evidence.plural}</h2>
        <ol>
          {cards.map(({ evidence, number }) => (
            <Card key={evidence.id} evidence={evidence} number={number} open={open === evidence.id} onClose={onClose} />
          ))}
        </ol>
      </div>
    </aside>
  );
}
