import { useState } from 'react';
import { problemIn, sendJson } from '../../api/client.ts';
import { CALENDAR_FILE } from '../../api/council.ts';
import type { Problem } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Failure } from '../../ui/states.tsx';

/** The desk's days in one's own calendar: once as a file, or followed under an address of one's own. */
export function CalendarLinks() {
  const { t } = useLanguage();
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const subscribe = (): void => {
    sendJson<{ path: string }>('POST', '/council-desk/calendar-feed', undefined).then(
      ({ path }) => setAddress(new URL(path, window.location.href).href),
      (error: unknown) => setProblem(problemIn(error)),
    );
  };
  return (
    <div>
      <span className="fp-actions">
        <a href={CALENDAR_FILE} download className={buttonClass('quiet')}>
          {t.desk.calendarFile}
        </a>
        <Button look="quiet" onPress={subscribe}>
          {t.desk.feed}
        </Button>
      </span>
      {problem && <Failure problem={problem} />}
      <div role="status">
        {address && (
          <TextInput label={t.desk.feedAddress} hint={t.desk.feedNote} value={address} onChange={() => undefined} />
        )}
      </div>
    </div>
  );
}
