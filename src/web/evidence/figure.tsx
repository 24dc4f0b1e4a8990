import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { Evidence, RecordRef, Run, Sentence } from '../../council/index.ts';
import { useLanguage } from '../language/context.tsx';
import { createFormat } from '../language/format.ts';
import { Ill, Marked } from '../ui/marks.tsx';
import { EvidenceCard } from './card.tsx';
import { useEvidence } from './context.tsx';

/** A figure that opens its evidence beside itself. */
function FigureButton({ evidence, children }: { evidence: Evidence; children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <DialogTrigger>
      <Button className="fp-fig">{children}</Button>
      <Popover className="fp-pop" placement="bottom start" offset={6}>
        <Dialog aria-label={t.evidence.title}>
          <EvidenceCard evidence={evidence} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** A figure bound to evidence by its id, as sentences carry it. */
function BoundFigure({ run }: { run: Extract<Run, { kind: 'figure' }> }) {
  const { find } = useEvidence();
  const evidence = find(run.evidence);
  const figure = <Ill when={run.illustrative}>{run.text}</Ill>;
  return evidence ? <FigureButton evidence={evidence}>{figure}</FigureButton> : figure;
}

const german = createFormat('de');

/** A sentence with its figures. */
export function Words({ sentence }: { sentence: Sentence }) {
  const { language } = useLanguage();
  return sentence[language].map((run, index) =>
    run.kind === 'words' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order.
      <Marked key={index} text={run.text} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order.
      <BoundFigure key={index} run={run} />
    ),
  );
}

/** A figure of the planner's answer in a table. Where no sentence speaks of it, its card names the run itself. */
export function PlanFigure(props: {
  /** Place in the answer: `kept.start`, `tradeOffs.3`. */
  field: string;
  /** The value as the evidence would name it, in German. */
  value: string;
  /** Shows the mark of an illustrative figure, where no column head does it for the whole column. */
  marked?: boolean;
  children: ReactNode;
}) {
  const { field, value, marked = false, children } = props;
  const { t } = useLanguage();
  const { at, illustrative } = useEvidence();
  const evidence = at(field, value) ?? {
    id: field,
    key: field,
    value: { de: value, en: value },
    derivation: { de: t.evidence.fromRun, en: t.evidence.fromRun },
    refs: [{ kind: 'planRun' as const, id: '', field }],
    restsOn: [],
    provenance: 'computed' as const,
    illustrative,
    source: null,
  };
  return (
    <FigureButton evidence={evidence}>
      <Ill when={marked && evidence.illustrative}>{children}</Ill>
    </FigureButton>
  );
}

/** A figure that is computed where it is shown, with what it is computed from: `sum` says how, `refs` are the records. */
export function ComputedFigure(props: { sum: string; refs: readonly RecordRef[]; children: string }) {
  const { sum, refs, children } = props;
  const { illustrative } = useEvidence();
  const evidence: Evidence = {
    id: sum,
    key: sum,
    value: { de: children, en: children },
    derivation: { de: sum, en: sum },
    refs: [...refs],
    restsOn: [],
    provenance: 'computed',
    illustrative,
    source: null,
  };
  return <FigureButton evidence={evidence}>{children}</FigureButton>;
}

/** A day of the planner's answer. */
export function PlanDate({ field, date, marked = false }: { field: string; date: string; marked?: boolean }) {
  const { f } = useLanguage();
  return (
    <PlanFigure field={field} value={german.date(date)} marked={marked}>
      {f.date(date)}
    </PlanFigure>
  );
}
