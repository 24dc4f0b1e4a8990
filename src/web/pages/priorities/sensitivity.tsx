import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PriorityView } from '../../../planning/index.ts';
import type { PrioritiesAnswer } from '../../api/priorities.ts';
import { USUAL_MOVE } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { SelectField } from '../../ui/field.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Row = PriorityView['sensitivity'][number];
type Swap = Row['below'];

const moves = [1, 2, 5, 10, 20, 50];
/** More lines than anybody reads in a cell. */
const SHOWN = 12;

function SwapText({ swap }: { swap: Swap }) {
  const { t, f } = useLanguage();
  if (swap === null) return <span className="fp-muted">{t.priority.never}</span>;
  return (
    <>
      {f.number(swap.at, 2)}
      <br />
      <span className="fp-muted">{t.priority.swap(swap.ahead, swap.behind)}</span>
    </>
  );
}

function Changes({ row }: { row: Row }) {
  const { t, f } = useLanguage();
  if (row.changes.length === 0) return <span className="fp-muted">{t.priority.noChange}</span>;
  const more = row.changes.length - SHOWN;
  return (
    <>
      <span className="fp-muted">{t.priority.changes(f.number(row.lowered), f.number(row.raised))}: </span>
      {row.changes
        .slice(0, SHOWN)
        .map(({ id, lower, rank, higher }) => `${id} ${lower}/${rank}/${higher}`)
        .join(', ')}
      {more > 0 && ` +${more}`}
    </>
  );
}

/** For each criterion how far its weight can move before somebody overtakes somebody. */
export function SensitivitySection({ answer }: { answer: PrioritiesAnswer }) {
  const { t, f } = useLanguage();
  const words = t.priority;
  const { um = USUAL_MOVE } = useSearch({ from: '/projekte/prioritaeten' });
  const navigate = useNavigate({ from: '/projekte/prioritaeten' });
  const criteria = new Map(answer.weighting.criteria.map((one) => [one.id, one]));
  const total = answer.weighting.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const weightOf = ({ criterion }: Row): number => criteria.get(criterion)?.weight ?? 0;
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: words.criterion,
      rowHeader: true,
      cell: ({ criterion }) => (
        <>
          <German>{criteria.get(criterion)?.name}</German>
          <br />
          <span className="fp-muted">{words.measures[criteria.get(criterion)?.measure ?? 'points']}</span>
        </>
      ),
    },
    { key: 'weight', label: words.weight, numeric: true, strong: true, cell: (row) => f.number(weightOf(row)) },
    {
      key: 'share',
      label: words.share,
      numeric: true,
      cell: (row) => f.percent(Math.round((weightOf(row) / total) * 100)),
    },
    { key: 'below', label: words.below, cell: ({ below }) => <SwapText swap={below} /> },
    { key: 'above', label: words.above, cell: ({ above }) => <SwapText swap={above} /> },
    { key: 'changes', label: `±${um}`, cell: (row) => <Changes row={row} /> },
  ];
  return (
    <Section
      title={words.sensitivity}
      end={
        <SelectField
          label={words.by}
          options={moves.map((move) => ({ value: String(move), label: String(move) }))}
          value={String(um)}
          onChange={(value) =>
            void navigate({ search: (old) => ({ ...old, um: Number(value) }), replace: true, resetScroll: false })
          }
        />
      }
    >
      {(titleId) => (
        <>
          <p className="fp-note">{words.sensitivityLead(um)}</p>
          <DataTable labelledBy={titleId} columns={columns} rows={answer.sensitivity} rowKey={(row) => row.criterion} />
        </>
      )}
    </Section>
  );
}
