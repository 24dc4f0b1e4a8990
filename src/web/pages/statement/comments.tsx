import type { StatementBlock } from '../../../council/index.ts';
import { useDraft } from '../../form/draft.ts';
import { LeaveGuard } from '../../form/leave-guard.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import type { PanelProps } from './release-panel.tsx';

/** Comments on a block: made by whoever may co-sign, settled by whoever may write. */
export function Comments({ desk, work, me, block }: PanelProps & { block: StatementBlock }) {
  const { t, f } = useLanguage();
  const [draft, setDraft, , kept] = useDraft<string | null>(`statement comment ${desk.file.paper} ${block.id}`, null);
  const own = desk.file.comments.map((one, index) => ({ one, index })).filter(({ one }) => one.block === block.id);
  const { permissions = [], ownPermissions = [] } = me ?? {};
  const mayComment = [...permissions, ...ownPermissions].includes('signStatement');
  const mayWrite = permissions.includes('writePapers');
  const send = async (): Promise<void> => {
    if (await work.step(desk, 'comment', { block: block.id, text: draft?.trim() ?? '' })) setDraft(null);
  };
  return (
    <div className="fp-noprint">
      <LeaveGuard form={kept} />
      {own.length > 0 && (
        <ul className="fp-bullets" aria-label={t.work.comments}>
          {own.map(({ one, index }) => (
            <li key={`${index} ${one.text}`}>
              {one.text}{' '}
              <span className="fp-muted">
                {desk.names[one.by] ?? one.by}, {f.date(one.on)}
                {one.settled && `, ${t.work.settled}`}
              </span>{' '}
              {!one.settled && mayWrite && (
                <Button
                  look="quiet"
                  aria-label={`${t.work.settle}: ${one.text}`}
                  onPress={() => void work.step(desk, 'settle', { comment: index })}
                >
                  {t.work.settle}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayComment && draft === null && (
        <p>
          <Button look="quiet" aria-label={`${t.work.addComment}: ${block.title}`} onPress={() => setDraft('')}>
            {t.work.addComment}
          </Button>
        </p>
      )}
      {draft !== null && (
        <>
          <TextInput label={t.work.comment} value={draft} rows={2} lang="de" onChange={setDraft} />
          <div className="fp-actions">
            <Button isDisabled={draft.trim() === '' || work.busy} onPress={() => void send()}>
              {t.work.addComment}
            </Button>
            <Button look="quiet" onPress={() => setDraft(null)}>
              {t.paperForm.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
