import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { change, problemIn } from '../../api/client.ts';
import type { AgendaFileCheck, Problem } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { beginCity } from './begin.ts';

type Fault = AgendaFileCheck['faults'][number];

/** Everything that is wrong with the file, each with its place in it. */
function Faults({ check }: { check: AgendaFileCheck }) {
  const { t, text } = useLanguage();
  const columns: Column<Fault>[] = [
    {
      key: 'place',
      label: t.ownCity.place,
      rowHeader: true,
      cell: (row) => <code>{row.place || t.ownCity.whole}</code>,
    },
    { key: 'message', label: t.ownCity.message, cell: (row) => text(row.message) },
  ];
  return (
    <Section title={t.ownCity.faults(check.faults.length + check.more)}>
      {(titleId) => (
        <>
          <p className="fp-note">{t.ownCity.faultsAdvice}</p>
          <DataTable
            labelledBy={titleId}
            columns={columns}
            rows={check.faults}
            rowKey={(row) => `${row.place} ${row.message.de}`}
          />
          {check.more > 0 && <p className="fp-muted">{t.ownCity.moreFaults(check.more)}</p>}
        </>
      )}
    </Section>
  );
}

/** An agenda file: first checked, then, if nothing is wrong with it, made the city's agenda. */
export function FileForm() {
  const { t } = useLanguage();
  const [agenda, setAgenda] = useState<unknown>(null);
  const [check, setCheck] = useState<AgendaFileCheck | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<'idle' | 'checking' | 'beginning'>('idle');
  const attempt = async (next: 'checking' | 'beginning', run: () => Promise<void>): Promise<void> => {
    setState(next);
    setProblem(null);
    try {
      await run();
    } catch (error) {
      setProblem(error instanceof SyntaxError ? { title: t.ownCity.noJson, status: 400 } : problemIn(error));
      setState('idle');
    }
  };
  const choose = (file: File): Promise<void> =>
    attempt('checking', async () => {
      setCheck(null);
      const content: unknown = JSON.parse(await file.text());
      setAgenda(content);
      setCheck(await change<AgendaFileCheck>('POST', '/own-city/check', { body: content }));
      setState('idle');
    });
  const begin = (): Promise<void> =>
    attempt('beginning', async () => window.location.assign(await beginCity({ kind: 'file', agenda })));
  return (
    <>
      <div className="fp-actions">
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={(files) => void (files?.[0] && choose(files[0]))}
        >
          <Button isDisabled={state !== 'idle'}>{t.ownCity.chooseFile}</Button>
        </FileTrigger>
        <span role="status">
          {state === 'checking' ? t.ownCity.checking : state === 'beginning' ? t.ownCity.beginning : ''}
        </span>
      </div>
      <StepProblem problem={problem} />
      {check?.city && (
        <div className="fp-form__end">
          <p role="status">
            {t.ownCity.sound(
              check.city.name,
              check.counts.projects ?? 0,
              check.counts.teams ?? 0,
              check.counts.obligations ?? 0,
            )}
          </p>
          <Button look="main" isDisabled={state !== 'idle'} onPress={() => void begin()}>
            {t.ownCity.begin}
          </Button>
        </div>
      )}
      {check && !check.city && <Faults check={check} />}
    </>
  );
}
