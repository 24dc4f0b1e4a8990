import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting } from '../../../council/index.ts';
import { problemIn, sendJson } from '../../api/client.ts';
import { deskQuery } from '../../api/council.ts';
import type { Problem } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay } from '../../language/parse.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup, FieldRow, TextInput } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';
import { Failure } from '../../ui/states.tsx';

/** `stadtrat-2021-02-17`: a body meets at most once a day under one name. */
const meetingId = (body: string, on: string): string =>
  `${body
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)}-${on}`;

/** Days on which the bodies meet: clocks that count meetings need them, and the calendar shows them. */
export function MeetingRows({ meetings, mayWrite }: { meetings: readonly Meeting[]; mayWrite: boolean }) {
  const { t, f } = useLanguage();
  const client = useQueryClient();
  const [body, setBody] = useState('Stadtrat');
  const [on, setOn] = useState('');
  const [time, setTime] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const day = parseDay(on);
  const wrong = on.trim() !== '' && day === null;
  const add = async (): Promise<void> => {
    if (day === null) return;
    setProblem(null);
    const clock = time.trim() === '' ? {} : { time: time.trim() };
    try {
      await sendJson('POST', '/meetings', {
        id: meetingId(body, day),
        body: body.trim(),
        on: day,
        ...clock,
        items: [],
      });
      await client.invalidateQueries({ queryKey: deskQuery.queryKey });
      setOn('');
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  const sorted = [...meetings].sort((a, b) => (a.on < b.on ? -1 : 1));
  return (
    <FieldGroup legend={t.meetings.title}>
      {sorted.length === 0 ? (
        <p className="fp-note">{t.meetings.none}</p>
      ) : (
        <ul className="fp-list">
          {sorted.map((one) => (
            <li key={one.id}>
              {f.date(one.on)} {one.time} <German>{one.body}</German>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <>
          <FieldRow>
            <TextInput label={t.meetings.body} value={body} lang="de" onChange={setBody} />
            <TextInput
              label={t.meetings.on}
              value={on}
              placeholder={t.paperForm.dayHint}
              error={wrong ? t.paperForm.dayWrong : undefined}
              onChange={setOn}
            />
            <TextInput label={t.meetings.time} value={time} placeholder="16:00" onChange={setTime} />
          </FieldRow>
          <p>
            <Button isDisabled={day === null || body.trim() === ''} onPress={() => void add()}>
              {t.meetings.add}
            </Button>
          </p>
          {problem && <Failure problem={problem} />}
        </>
      )}
    </FieldGroup>
  );
}
