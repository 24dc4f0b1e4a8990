import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PromiseSuggestion } from '../../../council/index.ts';
import { problemIn, sendJson } from '../../api/client.ts';
import { commitmentsQuery, promisesQuery } from '../../api/council.ts';
import type { Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { useLanguage } from '../../language/context.tsx';
import { typedDay } from '../../language/parse.ts';
import { type Tie, TieInput } from '../../plan/tie.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';
import { isWrongDay, typedDue } from '../commitments/typed-promise.ts';

interface Paper {
  id: string;
  reference: string;
}

/** One sentence that looks like a promise: with its day or its event it is kept, without it is not. */
function Suggestion({ one, paper }: { one: PromiseSuggestion; paper: Paper }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [{ day, event, tie }, setDraft, forget] = useDraft(`promise ${paper.id} ${one.text}`, {
    day: one.due?.kind === 'date' ? typedDay(one.due.on) : '',
    event: one.due?.kind === 'event' ? one.due.event : '',
    tie: {} as Tie,
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState(false);
  const wrong = isWrongDay(day);
  const due = typedDue({ day, event });
  const keep = async (): Promise<void> => {
    setProblem(null);
    setAsked(true);
    if (due === null) return;
    const id = `${paper.id.slice(0, 48)}-${crypto.randomUUID().slice(0, 8)}`;
    try {
      const promise = { id, text: one.text, paper: paper.reference, due, status: 'open', ...tie };
      await sendJson('POST', '/commitments', promise);
      forget();
      await client.invalidateQueries({ queryKey: promisesQuery(paper.id).queryKey });
      await client.invalidateQueries({ queryKey: commitmentsQuery.queryKey });
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <li>
      <p lang="de">{one.text}</p>
      <p className="fp-note">
        {t.promises.foundBy} <q lang="de">{one.words}</q>
      </p>
      <TextInput
        label={t.promises.untilDay}
        value={day}
        placeholder={t.paperForm.dayHint}
        error={wrong ? t.paperForm.dayWrong : asked && due === null ? t.promises.needsDue : undefined}
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
      {problem && <Failure problem={problem} />}
      <p>
        <Button onPress={() => void keep()}>{t.promises.keep}</Button>
      </p>
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
