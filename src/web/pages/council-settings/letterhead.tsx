import { FileTrigger } from 'react-aria-components/FileTrigger';
import { sendJson } from '../../api/client.ts';
import type { SettingsAnswer } from '../../api/council.ts';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { asBase64 } from '../../ui/base64.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';

const TYPES = ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];

/** The Word file that statements and reports are written on; it is looked into before it is kept. */
export function Letterhead({ answer, mayWrite }: { answer: SettingsAnswer; mayWrite: boolean }) {
  const { t } = useLanguage();
  const { busy, problem, run } = useSave();
  const { letterhead } = answer.settings;
  const send = (request: () => Promise<unknown>): void => void run(request, ['/council-settings']);
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
              if (file) send(() => upload(file));
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
            onPress={() => send(() => sendJson('POST', '/council-settings/letterhead/remove', { version }))}
          >
            {t.letterhead.remove}
          </Button>
        )}
      </div>
    </Section>
  );
}
