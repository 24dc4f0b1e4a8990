import { type ReactNode, useEffect, useRef } from 'react';
import type { Passage, StatementBlock } from '../../../council/index.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { LeaveGuard } from '../../form/leave-guard.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, TextInput } from '../../ui/form.tsx';
import type { Notes } from './document.tsx';
import type { PanelProps } from './panel.ts';
import { beginnings, type Mark, sentencesOf, wordsOfBlock } from './passages.ts';
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
  const { problem, complete, errorAt } = useSave();
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
      <Form problem={problem} onSend={() => complete({ text: draft.text }) && onSend()}>
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
          error={errorAt('/text')}
          value={draft.text}
          rows={2}
          lang="de"
          onChange={(text) => onChange({ ...draft, text })}
        />
        <div className="fp-actions">
          <Button type="submit" isDisabled={busy}>
            {t.work.addComment}
          </Button>
          <Button look="quiet" onPress={onCancel}>
            {t.paperForm.cancel}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** Number of the paragraph in which a place ends; the last one for a place beyond all. */
function paragraphAt(starts: readonly number[], end: number): number {
  const next = starts.findIndex((start) => start >= end);
  return next < 0 ? starts.length - 1 : Math.max(0, next - 1);
}

/** A comment on a block from its first letter until it is sent; what is typed stays in this tab. */
function useNewComment({ desk, work, block }: PanelProps & { block: StatementBlock }) {
  const [draft, setDraft, , kept] = useDraft<Draft | null>(`statement comment ${desk.file.paper} ${block.id}`, null);
  const { paragraphs } = block;
  const send = async (): Promise<void> => {
    if (draft === null) return;
    const about = draft.passage ? { passage: draft.passage } : {};
    if (await work.step(desk, 'comment', { block: block.id, ...about, text: draft.text.trim() })) setDraft(null);
  };
  const form = draft && (
    <>
      <LeaveGuard form={kept} />
      <CommentForm
        block={block}
        draft={draft}
        busy={work.busy}
        onChange={setDraft}
        onSend={() => void send()}
        onCancel={() => setDraft(null)}
      />
    </>
  );
  const passage = draft?.passage ?? null;
  // What it is about may have changed since it was marked: then it stands below the text.
  const known = passage !== null && wordsOfBlock(paragraphs).includes(passage.quote);
  const at = known ? paragraphAt(beginnings(paragraphs), passage.start + passage.quote.length) : null;
  return { form, at, begin: (about: Passage | null) => setDraft({ passage: about, text: '' }) };
}

/**
 * Comments on a block around its text: made by whoever may co-sign on marked words, on a sentence or on the whole block;
 * each stands behind the paragraph that it is about. Those that are settled, and those whose words are gone, stand below.
 */
export function AnnotatedBlock(props: PanelProps & { block: StatementBlock; children: (notes: Notes) => ReactNode }) {
  const { children, ...panel } = props;
  const { desk, me, block } = panel;
  const { t } = useLanguage();
  const { permissions = [], ownPermissions = [] } = me ?? {};
  const mayComment = [...permissions, ...ownPermissions].includes('signStatement');
  const fresh = useNewComment(panel);
  const text = useRef<HTMLDivElement>(null);
  const [marked, unmark] = useMarked(text, block.paragraphs);
  const starts = beginnings(block.paragraphs);
  const own = desk.file.comments.flatMap(({ block: id, settled }, index) =>
    id === block.id ? [{ index, place: settled ? null : (desk.places[index] ?? null) }] : [],
  );
  const marks = own.flatMap(({ index, place }): Mark[] => (place ? [{ comment: index, ...place }] : []));
  const remark = (index: number): ReactNode => (
    <Remark key={index} index={index} mayComment={mayComment} desk={desk} work={panel.work} me={me} />
  );
  const behind = (paragraphs: readonly number[]): ReactNode => (
    <>
      {marks.filter((one) => paragraphs.includes(paragraphAt(starts, one.end))).map((one) => remark(one.comment))}
      {fresh.at !== null && paragraphs.includes(fresh.at) && fresh.form}
    </>
  );
  return (
    <>
      <div ref={text} className="fp-paper__text">
        {children({ marks, behind })}
        {mayComment && marked && !fresh.form && (
          // The press must not take the marking away before it is read.
          // biome-ignore lint/a11y/noStaticElementInteractions: only the default of the mouse is held back.
          <div
            className="fp-remark__mark fp-noprint"
            style={{ top: marked.below }}
            onMouseDown={(event) => event.preventDefault()}
          >
            <Button
              onPress={() => {
                fresh.begin(marked.passage);
                unmark();
              }}
            >
              {t.remarks.onMarked}
            </Button>
          </div>
        )}
      </div>
      {own.filter((one) => one.place === null).map((one) => remark(one.index))}
      {fresh.at === null && fresh.form}
      {mayComment && !fresh.form && (
        <p className="fp-noprint">
          <Button look="quiet" aria-label={`${t.work.addComment}: ${block.title}`} onPress={() => fresh.begin(null)}>
            {t.work.addComment}
          </Button>
        </p>
      )}
    </>
  );
}
