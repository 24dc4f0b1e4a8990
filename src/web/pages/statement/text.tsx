import { type ReactNode, useId } from 'react';
import type { Paragraph, Run, StatementTable } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Ill } from '../../ui/marks.tsx';
import { cardAnchor } from './margin.tsx';
import { AT, beginnings, cut, type Mark } from './passages.ts';

/** What the figures of a text are bound to. */
export interface Binding {
  numbers: ReadonlyMap<string, number>;
  /** Evidence whose record says something else by now. */
  stale: ReadonlySet<string>;
  open: string | null;
  onOpen: (evidence: string) => void;
}

export const commentAnchor = (comment: number): string => `anmerkung-${comment + 1}`;

/** A figure of the text, bound to its card by a number; it opens the card and takes the reader there. */
function Bound({ run, binding }: { run: Extract<Run, { kind: 'figure' }>; binding: Binding }) {
  const { numbers, stale, open, onOpen } = binding;
  const { t } = useLanguage();
  return (
    <a
      href={`#${cardAnchor(run.evidence)}`}
      className="fp-bound"
      data-evidence={run.evidence}
      data-length={run.text.length}
      data-stale={stale.has(run.evidence)}
      aria-current={open === run.evidence}
      onClick={(event) => {
        // The card takes the focus itself and knows the way back; the address stays as it is.
        event.preventDefault();
        onOpen(run.evidence);
      }}
    >
      <Ill when={run.illustrative}>{run.text}</Ill>
      <sup>
        {numbers.get(run.evidence)}
        {stale.has(run.evidence) && <span className="fp-noprint"> {t.work.staleMark}</span>}
      </sup>
    </a>
  );
}

/** Pieces of a text that begins at `at`; what comments are about is marked and leads to them. */
function Runs(props: { runs: readonly Run[]; binding: Binding; at?: number; marks?: readonly Mark[] }) {
  const { runs, binding, at = 0, marks = [] } = props;
  const { t } = useLanguage();
  return cut(runs, at, marks).map(({ run, comments, ends }, index) => {
    const words = run.kind === 'words' ? run.text : <Bound run={run} binding={binding} />;
    const piece = <Emphasis run={run}>{words}</Emphasis>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order.
      <span key={index}>
        {comments.length > 0 ? <mark className="fp-noted">{piece}</mark> : piece}
        {ends.map((comment) => (
          <sup key={comment} className="fp-noprint">
            <a
              href={`#${commentAnchor(comment)}`}
              aria-label={`${t.remarks.short(comment + 1)}, ${t.remarks.number(comment + 1)}`} // WCAG 2.5.3: what is seen comes in it
            >
              {t.remarks.short(comment + 1)}
            </a>
          </sup>
        ))}
      </span>
    );
  });
}

function Emphasis({ run: { bold, italic }, children }: { run: Run; children: ReactNode }) {
  const slanted = italic ? <em>{children}</em> : children;
  return bold ? <strong>{slanted}</strong> : slanted;
}

/** Figures side by side, with a caption that says what they are. */
export function BlockTable({ table, binding }: { table: StatementTable; binding: Binding }) {
  const captionId = useId();
  return (
    <div className="fp-x" role="group" tabIndex={0} aria-labelledby={captionId}>
      <table className="fp-table fp-table--tight">
        <caption id={captionId}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {row.map((cell, index) => (
                <td key={table.columns[index]}>
                  <Runs runs={cell} binding={binding} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A paragraph with its number in the block and the place where it begins. */
export interface Placed {
  paragraph: Paragraph;
  index: number;
  at: number;
}

/** Paragraphs with items that follow one another put into one list. */
export function grouped(paragraphs: readonly Paragraph[]): Placed[][] {
  const starts = beginnings(paragraphs);
  const groups: Placed[][] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const last = groups.at(-1);
    const isItem = paragraph.kind === 'item' || paragraph.kind === 'numbered';
    const placed = { paragraph, index, at: starts[index] ?? 0 };
    if (isItem && last?.[0]?.paragraph.kind === paragraph.kind) last.push(placed);
    else groups.push([placed]);
  }
  return groups;
}

/** A paragraph, a heading, or a list of items. */
export function Group(props: { group: readonly Placed[]; binding: Binding; marks: readonly Mark[] }) {
  const { group, ...rest } = props;
  const kind = group[0]?.paragraph.kind ?? 'text';
  const inside = ({ paragraph, index, at }: Placed, Tag: 'p' | 'h4' | 'li') => (
    <Tag key={index} {...{ [AT]: at }}>
      <Runs runs={paragraph.runs} at={at} {...rest} />
    </Tag>
  );
  if (kind === 'text' || kind === 'heading') return group.map((one) => inside(one, kind === 'text' ? 'p' : 'h4'));
  const List = kind === 'item' ? 'ul' : 'ol';
  return <List className={kind === 'item' ? 'fp-bullets' : 'fp-numbers'}>{group.map((one) => inside(one, 'li'))}</List>;
}
