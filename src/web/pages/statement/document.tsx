import type { ReactNode } from 'react';
import type { Statement, StatementBlock } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Marked } from '../../ui/marks.tsx';
import { blockAnchor } from './outline.tsx';
import type { Mark } from './passages.ts';
import { type Binding, BlockTable, Group, grouped } from './text.tsx';

/** Comments on a block: what they are about, and where they stand. */
export interface Notes {
  marks: readonly Mark[];
  /** What stands behind the paragraphs of these numbers. */
  behind: (paragraphs: readonly number[]) => ReactNode;
}

/** What an editor can do with a block, where somebody may. */
export interface Editing {
  /** Block that stands open in the editor. */
  openBlock: string | null;
  onOpenBlock: (block: string) => void;
  editor: (block: StatementBlock) => ReactNode;
  /** Something was written at the block and is not saved. */
  hasDraft: (block: StatementBlock) => boolean;
  /** Strikes out what was to be filled in by hand. */
  onDone: (block: StatementBlock, missing: string) => void;
}

/** The text of a block with its comments around it. */
export type Annotate = (block: StatementBlock, text: (notes: Notes) => ReactNode) => ReactNode;

const WITHOUT_NOTES: Notes = { marks: [], behind: () => null };

function EditButton({ block, editing }: { block: StatementBlock; editing: Editing }) {
  const { t } = useLanguage();
  const begun = editing.hasDraft(block);
  return (
    <p className="fp-noprint">
      {begun && <span className="fp-chip fp-chip--accent">{t.remarks.unsaved}</span>}{' '}
      <Button
        look="quiet"
        aria-label={begun ? `${t.remarks.goOn}: ${block.title}` : t.work.editBlock(block.title)}
        onPress={() => editing.onOpenBlock(block.id)}
      >
        {begun ? t.remarks.goOn : t.paperForm.edit}
      </Button>
    </p>
  );
}

interface Tools {
  editing: Editing | null;
  annotate: Annotate | null;
}

function Block(props: { block: StatementBlock; number: number; binding: Binding } & Tools) {
  const { block, number, binding, editing, annotate } = props;
  const { t } = useLanguage();
  const isOpen = editing?.openBlock === block.id;
  const text = ({ marks, behind }: Notes): ReactNode => (
    <>
      {grouped(block.paragraphs).map((group) => {
        const numbers = group.map((one) => one.index);
        return (
          <div key={numbers[0]} className="fp-paper__group">
            <Group group={group} binding={binding} marks={marks} />
            {behind(numbers)}
          </div>
        );
      })}
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
      {editing && <EditButton block={block} editing={editing} />}
    </>
  );
  const written = (notes: Notes): ReactNode =>
    isOpen ? (
      <>
        {editing?.editor(block)}
        {notes.behind(block.paragraphs.map((_, index) => index))}
      </>
    ) : (
      text(notes)
    );
  return (
    <section aria-labelledby={blockAnchor(block.id)}>
      <h3 id={blockAnchor(block.id)}>
        {number} {block.title}
      </h3>
      {annotate ? annotate(block, written) : written(WITHOUT_NOTES)}
    </section>
  );
}

/** The draft as a page. It is a German official document, whatever the language of the app. */
export function Document({ statement, editing, annotate, ...binding }: { statement: Statement } & Tools & Binding) {
  const { t } = useLanguage();
  return (
    <article className="fp-paper" aria-label={t.statement.document} lang="de">
      <h2>{statement.title}</h2>
      {statement.blocks.map((block, index) => (
        <Block
          key={block.id}
          block={block}
          number={index + 1}
          binding={binding}
          editing={editing}
          annotate={annotate}
        />
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
