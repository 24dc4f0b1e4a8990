import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PromiseSuggestion } from '../../../council/index.ts';
import { sendJson } from '../../api/client.ts';
import { commitmentsQuery, promisesQuery } from '../../api/council.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { typedDay } from '../../language/parse.ts';
import { type Tie, TieInput } from '../../plan/tie.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { isWrongDay, typedDue } from '../commitments/typed-promise.ts';

interface Paper {
  id: string;
  reference: string;
}

/** One sentence that looks like a promise: with its day or its event it is kept, without it is not. */
function Suggestion({ one, paper }: { one: PromiseSuggestion; paper: Paper }) {
  const { t } = useLanguage();
  const [{ day, event, tie }, setDraft, forget] = useDraft(`promise ${paper.id} ${one.text}`, {
    day: one.due?.kind === 'date' ? typedDay(one.due.on) : '',
    event: one.due?.kind === 'event' ? one.due.event : '',
    tie: {} as Tie,
  });
  const saving = useSave();
  const wrong = isWrongDay(day);
  const due = typedDue({ day, event });
  const keep = async (): Promise<void> => {
    if (due === null) return saving.refuse(wrong ? [] : [{ pointer: '/due', detail: t.promises.needsDue }]);
    const id = `${paper.id.slice(0, 48)}-${crypto.randomUUID().slice(0, 8)}`;
    const promise = { id, text: one.text, paper: paper.reference, due, status: 'open', ...tie };
    const write = async (): Promise<void> => {
      await sendJson('POST', '/commitments', promise);
      forget();
    };
    await saving.run(write, [...promisesQuery(paper.id).queryKey, ...commitmentsQuery.queryKey]);
  };
  return (
    <li>
      <p lang="de">{one.text}</p>
      <p className="fp-note">
        {t.promises.foundBy} <q lang="de">{one.words}</q>
      </p>
      <Form problem={saving.problem} onSend={() => void keep()}>
        <TextInput
          label={t.promises.untilDay}
          value={day}
          placeholder={t.paperForm.dayHint}
          error={wrong ? t.paperForm.dayWrong : saving.errorAt('/due')}
          onChange={(typed) => setDraft((old) => ({ ...old, day: typed }))}
        />
        <TextInput
          label={t.promises.orEvent}
          value={event}
          lang="de"
          onChange={(typed) => setDraft((old) => ({ ...old, event: typed }))}
        />
        {due?.kind === 'event' && (
          <TieInput tie={tie} onChange={(chosen) => setDraft((old) => ({ ...old, tie: chosen }))} />
        )}
        <p>
          <Button type="submit" isDisabled={saving.busy}>
            {t.promises.keep}
          </Button>
        </p>
      </Form>
    </li>
  );
}

/** Promises that stand in the text and that nobody keeps yet. */
export function PromisesPanel({ paper }: { paper: Paper }) {
  const { t } = useLanguage();
  const { data } = useQuery(promisesQuery(paper.id));
  if (data === undefined || data.suggestions.length === 0) return null;
  return (
    <Section title={t.promises.inText(data.suggestions.length)} gap>
      <p className="fp-note">
        {t.promises.inTextNote} <Link to="/ratspost/zusagen">{t.promises.title}</Link>
      </p>
      <ul className="fp-list">
        {data.suggestions.map((one) => (
          <Suggestion key={one.text} one={one} paper={paper} />
        ))}
      </ul>
    </Section>
  );
}
