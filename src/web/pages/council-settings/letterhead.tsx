import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { problemIn, sendJson } from '../../api/client.ts';
import { councilSettingsQuery, type SettingsAnswer } from '../../api/council.ts';
import type { Problem } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { asBase64 } from '../../ui/base64.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';

const TYPES = ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];

/** The Word file that statements and reports are written on; it is looked into before it is kept. */
export function Letterhead({ answer, mayWrite }: { answer: SettingsAnswer; mayWrite: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { letterhead } = answer.settings;
  const send = async (run: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await run();
      await client.invalidateQueries({ queryKey: councilSettingsQuery.queryKey });
    } catch (error) {
      setProblem(problemIn(error));
    }
    setBusy(false);
  };
  const { version } = answer;
  const upload = async (file: File): Promise<unknown> =>
    sendJson('PUT', '/council-settings/letterhead', { name: file.name, file: await asBase64(file), version });
  return (
    <Section title={t.letterhead.title} gap>
      <p>{t.letterhead.lead}</p>
      <p>{letterhead ? t.letterhead.present(letterhead.name) : t.letterhead.none}</p>
      {problem && <Failure problem={problem} />}
      <div className="fp-actions fp-gap">
        {mayWrite && (
          <FileTrigger
            acceptedFileTypes={TYPES}
            onSelect={(files) => {
              const [file] = files ?? [];
              if (file) void send(() => upload(file));
            }}
          >
            <Button isDisabled={busy}>{letterhead ? t.letterhead.replace : t.letterhead.choose}</Button>
          </FileTrigger>
        )}
        {letterhead && (
          <a href="/api/council-settings/letterhead.docx" download className={buttonClass()}>
            {t.letterhead.download}
          </a>
        )}
        {letterhead && mayWrite && (
          <Button
            look="quiet"
            isDisabled={busy}
            onPress={() => void send(() => sendJson('POST', '/council-settings/letterhead/remove', { version }))}
          >
            {t.letterhead.remove}
          </Button>
        )}
      </div>
    </Section>
  );
}
