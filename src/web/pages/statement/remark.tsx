import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { LeaveGuard } from '../../form/leave-guard.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Signal } from '../../ui/marks.tsx';
import type { PanelProps } from './panel.ts';
import { commentAnchor } from './text.tsx';

type RemarkProps = PanelProps & { index: number; mayComment: boolean };

/** Answering and settling one comment. */
function Respond({ desk, work, me, index, mayComment }: RemarkProps) {
  const { t } = useLanguage();
  const [answer, setAnswer, , kept] = useDraft<string | null>(`statement answer ${desk.file.paper} ${index}`, null);
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  const text = desk.file.comments[index]?.text ?? '';
  const { problem, complete, errorAt } = useSave();
  const send = async (): Promise<void> => {
    if (!complete({ answer: answer ?? '' })) return;
    if (await work.step(desk, 'answer', { comment: index, text: answer?.trim() ?? '' })) setAnswer(null);
  };
  if (answer !== null) {
    return (
      <Form problem={problem} onSend={() => void send()}>
        <LeaveGuard form={kept} />
        <TextInput
          label={t.remarks.answer}
          error={errorAt('/answer')}
          value={answer}
          rows={2}
          lang="de"
          onChange={setAnswer}
        />
        <div className="fp-actions">
          <Button type="submit" isDisabled={work.busy}>
            {t.remarks.sendAnswer}
          </Button>
          <Button look="quiet" onPress={() => setAnswer(null)}>
            {t.paperForm.cancel}
          </Button>
        </div>
      </Form>
    );
  }
  return (
    <div className="fp-actions">
      {mayComment && (
        <Button look="quiet" aria-label={`${t.remarks.reply}: ${text}`} onPress={() => setAnswer('')}>
          {t.remarks.reply}
        </Button>
      )}
      {mayWrite && (
        <Button
          look="quiet"
          aria-label={`${t.work.settle}: ${text}`}
          onPress={() => void work.step(desk, 'settle', { comment: index })}
        >
          {t.work.settle}
        </Button>
      )}
    </div>
  );
}

/** One comment with what was answered: answered by whoever may comment, settled by whoever writes the text. */
export function Remark(props: RemarkProps) {
  const { desk, index } = props;
  const { t, f } = useLanguage();
  const comment = desk.file.comments[index];
  if (comment === undefined) return null;
  const { passage, text, by, on, answers = [], settled, settledBy } = comment;
  const nameOf = (person: string): string => desk.names[person] ?? person;
  return (
    <div
      id={commentAnchor(index)}
      role="group"
      aria-label={t.remarks.number(index + 1)}
      className="fp-remark fp-noprint"
      data-settled={settled}
    >
      <p className="fp-muted">
        <strong>{t.remarks.short(index + 1)}</strong> {nameOf(by)}, {f.date(on)}
        {settled && (
          <>
            {' '}
            <Signal shape="done">{settledBy ? t.remarks.settledBy(nameOf(settledBy)) : t.work.settled}</Signal>
          </>
        )}
      </p>
      {passage && (
        <p className="fp-muted">
          {t.remarks.on} <q lang="de">{passage.quote}</q>
          {!settled && desk.places[index] === null && `, ${t.remarks.wordsGone}`}
        </p>
      )}
      <p lang="de">{text}</p>
      {answers.map((one) => (
        <p key={`${one.on} ${one.by} ${one.text}`} className="fp-remark__answer">
          <span className="fp-muted">
            {nameOf(one.by)}, {f.date(one.on)}:
          </span>{' '}
          <span lang="de">{one.text}</span>
        </p>
      ))}
      {!settled && <Respond {...props} />}
    </div>
  );
}
