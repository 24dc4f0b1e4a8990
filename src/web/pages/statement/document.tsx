import { type ReactNode, useId } from 'react';
import type { Paragraph, Run, Statement, StatementBlock, StatementTable } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Ill, Marked } from '../../ui/marks.tsx';
import { cardAnchor } from './margin.tsx';
import { blockAnchor } from './outline.tsx';

interface Binding {
  numbers: ReadonlyMap<string, number>;
  open: string | null;
  onOpen: (evidence: string) => void;
}

/** A figure of the text, bound to its card by a number; it opens the card and takes the reader there. */
function Bound({ run, binding }: { run: Extract<Run, { kind: 'figure' }>; binding: Binding }) {
  const { numbers, open, onOpen } = binding;
  return (
    <a
      href={`#${cardAnchor(run.evidence)}`}
      className="fp-bound"
      data-evidence={run.evidence}
      aria-current={open === run.evidence}
      onClick={(event) => {
        // The card takes the focus itself and knows the way back; the address stays as it is.
        event.preventDefault();
        onOpen(run.evidence);
      }}
    >
      <Ill when={run.illustrative}>{run.text}</Ill>
      <sup>{numbers.get(run.evidence)}</sup>
    </a>
  );
}

function Runs({ runs, binding }: { runs: readonly Run[]; binding: Binding }) {
  return runs.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order.
    <Emphasis key={index} run={run}>
      {run.kind === 'words' ? run.text : <Bound run={run} binding={binding} />}
    </Emphasis>
  ));
}

function Emphasis({ run: { bold, italic }, children }: { run: Run; children: ReactNode }) {
  const slanted = italic ? <em>{children}</em> : children;
  return bold ? <strong>{slanted}</strong> : slanted;
}

/** Figures side by side, with a caption that says what they are. */
function BlockTable({ table, binding }: { table: StatementTable; binding: Binding }) {
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

/** Paragraphs with items that follow one another put into one list. */
function grouped(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    const isItem = paragraph.kind === 'item' || paragraph.kind === 'numbered';
    if (isItem && last?.[0]?.kind === paragraph.kind) last.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

/** A paragraph, a heading, or a list of items. */
function Group({ group, binding }: { group: readonly Paragraph[]; binding: Binding }) {
  const [{ kind, runs } = { kind: 'text', runs: [] }] = group;
  if (kind === 'text')
    return (
      <p>
        <Runs runs={runs} binding={binding} />
      </p>
    );
  if (kind === 'heading')
    return (
      <h4>
        <Runs runs={runs} binding={binding} />
      </h4>
    );
  const List = kind === 'item' ? 'ul' : 'ol';
  return (
    <List className={kind === 'item' ? 'fp-bullets' : 'fp-numbers'}>
      {group.map((item) => (
        <li key={JSON.stringify(item)}>
          <Runs runs={item.runs} binding={binding} />
        </li>
      ))}
    </List>
  );
}

/** What an editor can do with a block, where somebody may. */
export interface Editing {
  /** Block that stands open in the editor. */
  openBlock: string | null;
  onOpenBlock: (block: string) => void;
  editor: (block: StatementBlock) => ReactNode;
  /** Strikes out what was to be filled in by hand. */
  onDone: (block: StatementBlock, missing: string) => void;
  /** Comments on the block, below its text. */
  comments: (block: StatementBlock) => ReactNode;
}

function Block(props: { block: StatementBlock; number: number; binding: Binding; editing: Editing | null }) {
  const { block, number, binding, editing } = props;
  const { t } = useLanguage();
  const title = (
    <h3 id={blockAnchor(block.id)}>
      {number} {block.title}
    </h3>
  );
  if (editing?.openBlock === block.id) {
    return (
      <section aria-labelledby={blockAnchor(block.id)}>
        {title}
        {editing.editor(block)}
      </section>
    );
  }
  return (
    <section aria-labelledby={blockAnchor(block.id)}>
      {title}
      {grouped(block.paragraphs).map((group) => (
        <Group key={JSON.stringify(group)} group={group} binding={binding} />
      ))}
      {block.tables?.map((table) => (
        <BlockTable key={table.caption} table={table} binding={binding} />
      ))}
      {block.missing.map((one) => (
        <p key={one} className="fp-missing fp-noprint">
          {t.statement.toFillIn}: {one}{' '}
          {editing && (
            <Button look="quiet" aria-label={`${t.work.done}: ${one}`} onPress={() => editing.onDone(block, one)}>
              {t.work.done}
            </Button>
          )}
        </p>
      ))}
      {editing && (
        <p className="fp-noprint">
          <Button look="quiet" aria-label={t.work.editBlock(block.title)} onPress={() => editing.onOpenBlock(block.id)}>
            {t.paperForm.edit}
          </Button>
        </p>
      )}
      {editing?.comments(block)}
    </section>
  );
}

/** The draft as a page. It is a German official document, whatever the language of the app. */
export function Document({
  statement,
  editing = null,
  ...binding
}: { statement: Statement; editing?: Editing | null } & Binding) {
  const { t } = useLanguage();
  return (
    <article className="fp-paper" aria-label={t.statement.document} lang="de">
      <h2>{statement.title}</h2>
      {statement.blocks.map((block, index) => (
        <Block key={block.id} block={block} number={index + 1} binding={binding} editing={editing} />
      ))}
      {statement.footnotes.length > 0 && (
        <div className="fp-foot fp-gap">
          {statement.footnotes.map((note) => (
            <p key={note}>
              <Marked text={note} />
            </p>
          ))}
        </div>
      )}
    </article>
  );
}
