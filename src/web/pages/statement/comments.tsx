import { type ReactNode, useEffect, useRef } from 'react';
import type { Passage, StatementBlock } from '../../../council/index.ts';
import { useDraft } from '../../form/draft.ts';
import { LeaveGuard } from '../../form/leave-guard.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, TextInput } from '../../ui/form.tsx';
import type { Notes } from './document.tsx';
import { beginnings, type Mark, sentencesOf, wordsOfBlock } from './passages.ts';
import type { PanelProps } from './release-panel.tsx';
import { Remark } from './remark.tsx';
import { useMarked } from './use-marked.ts';

/** A comment that is being written. */
interface Draft {
  passage: Passage | null;
  text: string;
}

const CHOICE_LETTERS = 90;
const WHOLE = '';

/** A comment is typed here; what it is about can be marked in the text, or chosen from its sentences. */
function CommentForm(props: {
  block: StatementBlock;
  draft: Draft;
  busy: boolean;
  onChange: (draft: Draft) => void;
  onSend: () => void;
  onCancel: () => void;
}) {
  const { block, draft, busy, onChange, onSend, onCancel } = props;
  const { t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  const sentences = sentencesOf(block.paragraphs);
  const nameOf = (one: Passage | null): string => (one ? `${one.start} ${one.quote}` : WHOLE);
  const marked = draft.passage;
  const places =
    marked && !sentences.some((one) => nameOf(one) === nameOf(marked)) ? [marked, ...sentences] : sentences;
  const shown = ({ quote }: Passage): string =>
    quote.length > CHOICE_LETTERS ? `„${quote.slice(0, CHOICE_LETTERS)} …“` : `„${quote}“`;
  return (
    <div ref={box} className="fp-remark fp-noprint">
      <ChoiceInput
        label={t.remarks.place}
        value={nameOf(marked)}
        choices={[
          { value: WHOLE, label: t.remarks.wholeBlock },
          ...places.map((one) => ({ value: nameOf(one), label: shown(one) })),
        ]}
        onChange={(name) => onChange({ ...draft, passage: places.find((one) => nameOf(one) === name) ?? null })}
      />
      <TextInput
        label={t.work.comment}
        value={draft.text}
        rows={2}
        lang="de"
        onChange={(text) => onChange({ ...draft, text })}
      />
      <div className="fp-actions">
        <Button isDisabled={draft.text.trim() === '' || busy} onPress={onSend}>
          {t.work.addComment}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t.paperForm.cancel}
        </Button>
      </div>
    </div>
  );
}

/** Number of the paragraph in which a place ends; the last one for a place beyond all. */
function paragraphAt(starts: readonly number[], end: number): number {
  const next = starts.findIndex((start) => start >= end);
  return next < 0 ? starts.length - 1 : Math.max(0, next - 1);
}

/**
 * Comments on a block around its text: made by whoever may co-sign on marked words, on a sentence or on the whole block;
 * each stands behind the paragraph that it is about. Those that are settled, and those whose words are gone, stand below.
 */
export function AnnotatedBlock(props: PanelProps & { block: StatementBlock; children: (notes: Notes) => ReactNode }) {
  const { desk, work, me, block, children } = props;
  const { t } = useLanguage();
  const [draft, setDraft, , kept] = useDraft<Draft | null>(`statement comment ${desk.file.paper} ${block.id}`, null);
  const text = useRef<HTMLDivElement>(null);
  const { permissions = [], ownPermissions = [] } = me ?? {};
  const mayComment = [...permissions, ...ownPermissions].includes('signStatement');
  const [marked, unmark] = useMarked(text, block.paragraphs);
  const own = desk.file.comments.flatMap((comment, index) =>
    comment.block === block.id
      ? [{ comment, index, place: comment.settled ? null : (desk.places[index] ?? null) }]
      : [],
  );
  const marks = own.flatMap(({ index, place }): Mark[] => (place ? [{ comment: index, ...place }] : []));
  const starts = beginnings(block.paragraphs);
  const remark = (index: number): ReactNode => (
    <Remark key={index} index={index} desk={desk} work={work} me={me} mayComment={mayComment} />
  );
  const send = async (): Promise<void> => {
    if (draft === null) return;
    const about = draft.passage ? { passage: draft.passage } : {};
    if (await work.step(desk, 'comment', { block: block.id, ...about, text: draft.text.trim() })) setDraft(null);
  };
  const form = draft && (
    <CommentForm
      block={block}
      draft={draft}
      busy={work.busy}
      onChange={setDraft}
      onSend={() => void send()}
      onCancel={() => setDraft(null)}
    />
  );
  // The form stands where the comment will; what it is about may have changed since it was marked.
  const known = draft?.passage && wordsOfBlock(block.paragraphs).includes(draft.passage.quote);
  const formAt = known && draft.passage ? paragraphAt(starts, draft.passage.start + draft.passage.quote.length) : -1;
  const behind = (paragraphs: readonly number[]): ReactNode => (
    <>
      {marks.filter((one) => paragraphs.includes(paragraphAt(starts, one.end))).map((one) => remark(one.comment))}
      {paragraphs.includes(formAt) && form}
    </>
  );
  const below = own.filter((one) => one.place === null);
  return (
    <>
      <LeaveGuard form={kept} />
      <div ref={text} className="fp-paper__text">
        {children({ marks, behind })}
        {mayComment && marked && draft === null && (
          // The press must not take the marking away before it is read.
          // biome-ignore lint/a11y/noStaticElementInteractions: only the default of the mouse is held back.
          <div
            className="fp-remark__mark fp-noprint"
            style={{ top: marked.below }}
            onMouseDown={(e) => e.preventDefault()}
          >
            <Button
              onPress={() => {
                setDraft({ passage: marked.passage, text: '' });
                unmark();
              }}
            >
              {t.remarks.onMarked}
            </Button>
          </div>
        )}
      </div>
      {below.map((one) => remark(one.index))}
      {formAt < 0 && form}
      {mayComment && draft === null && (
        <p className="fp-noprint">
          <Button
            look="quiet"
            aria-label={`${t.work.addComment}: ${block.title}`}
            onPress={() => setDraft({ passage: null, text: '' })}
          >
            {t.work.addComment}
          </Button>
        </p>
      )}
    </>
  );
}
