import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Need } from '../../../agenda/index.ts';
import type { SimilarNeeds } from '../../../council/index.ts';
import { changeNeeds, type NeedsAnswer, type Versioned } from '../../api/needs.ts';
import { afterSaving } from '../../api/saved.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { German } from '../../ui/marks.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { distinguishing, merging } from './merge.ts';

/** Writes needs and says so, with a way back. */
export function useNeedChange() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const action = useFormAction();
  const write = (records: readonly Versioned<Need>[], said: string): Promise<boolean> =>
    action.run(async () => {
      const entries = await changeNeeds(records);
      await afterSaving(client);
      notifyWithUndo(client, t, said, entries);
    });
  return { write, action };
}

const keyOf = ({ keep, other }: SimilarNeeds): string => [keep, other].sort().join(' ');

/** Pairs that may be one wish. Whoever decides can also say which of both is to speak. */
export function SimilarSection({ answer }: { answer: NeedsAnswer }) {
  const { t, f } = useLanguage();
  const words = t.similarNeeds;
  const { write, action } = useNeedChange();
  const [swapped, setSwapped] = useState<ReadonlySet<string>>(new Set());
  const names = new Map(answer.needs.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const pairs = answer.similar.map((pair) =>
    swapped.has(keyOf(pair)) ? { ...pair, keep: pair.other, other: pair.keep } : pair,
  );
  const swap = (pair: SimilarNeeds): void => {
    const next = new Set(swapped);
    if (!next.delete(keyOf(pair))) next.add(keyOf(pair));
    setSwapped(next);
  };
  const columns: Column<SimilarNeeds>[] = [
    {
      key: 'first',
      label: words.first,
      rowHeader: true,
      cell: ({ keep }) => <NeedLink id={keep} name={nameOf(keep)} />,
    },
    { key: 'second', label: words.second, cell: ({ other }) => <NeedLink id={other} name={nameOf(other)} /> },
    { key: 'words', label: words.words, cell: (pair) => <German>{pair.words.join(', ')}</German> },
    { key: 'score', label: words.closeness, numeric: true, cell: ({ score }) => f.percent(Math.round(score * 100)) },
    {
      key: 'actions',
      label: words.actions,
      hiddenLabel: true,
      cell: (pair) => {
        const [first, second] = [nameOf(pair.keep), nameOf(pair.other)];
        return (
          <span className="fp-actions">
            <Button
              isDisabled={action.busy}
              aria-label={words.mergeOf(first, second)}
              onPress={() => void write(merging(answer.records, pair.keep, pair.other), words.merged(second))}
            >
              {words.merge}
            </Button>
            <Button look="quiet" aria-label={words.swapOf(first, second)} onPress={() => swap(pair)}>
              {words.swap}
            </Button>
            <Button
              look="quiet"
              isDisabled={action.busy}
              aria-label={words.distinctOf(first, second)}
              onPress={() => void write(distinguishing(answer.records, pair.keep, pair.other), words.kept)}
            >
              {words.distinct}
            </Button>
          </span>
        );
      },
    },
  ];
  return (
    <Section title={words.title}>
      {(titleId) => (
        <>
          <p className="fp-note">{words.lead}</p>
          <StepProblem problem={action.problem} />
          <DataTable labelledBy={titleId} columns={columns} rows={pairs} rowKey={keyOf} />
        </>
      )}
    </Section>
  );
}

export function NeedLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/bedarfe/$id" params={{ id }}>
      <German>{name}</German>
    </Link>
  );
}
