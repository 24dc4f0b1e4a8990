import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OparlSource } from '../../../council/index.ts';
import { problemIn, sendJson } from '../../api/client.ts';
import { councilSettingsQuery, type SettingsAnswer } from '../../api/council.ts';
import type { Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { KeptDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { parseDay, typedDay } from '../../language/parse.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/form.tsx';
import { Failure } from '../../ui/states.tsx';

const EMPTY: OparlSource = { address: '', daily: false, changesOnly: true, statements: 'both' };

/** The source as typed, and how it is saved among the settings of the desk. */
function useSource({ settings, version }: SettingsAnswer) {
  const client = useQueryClient();
  const [{ source, since }, setDraft, forget, kept] = useDraft(`oparl source ${version}`, () => ({
    source: settings.oparlSource ?? EMPTY,
    since: typedDay(settings.oparlSource?.since),
  }));
  const [state, setState] = useState<'typing' | 'saved' | Problem>('typing');
  const change = (part: Partial<OparlSource>, day = since): void => {
    setDraft((before) => ({ source: { ...before.source, ...part }, since: day }));
    setState('typing');
  };
  const save = async (): Promise<void> => {
    const { oparlSource: _, ...others } = settings;
    const { since: _since, ...rest } = source;
    const from = parseDay(since);
    const address = source.address.trim();
    const own = address === '' ? {} : { oparlSource: { ...rest, address, ...(from ? { since: from } : {}) } };
    try {
      await sendJson('PUT', '/council-settings', { settings: { ...others, ...own }, version });
      forget();
      await client.invalidateQueries({ queryKey: councilSettingsQuery.queryKey });
      setState('saved');
    } catch (error) {
      setState(problemIn(error));
    }
  };
  return { source, since, state, change, save, kept };
}

/** Where the council information system is, and what habits it has. */
export function SourceForm({ answer }: { answer: SettingsAnswer }) {
  const { t } = useLanguage();
  const { source, since, state, change, save, kept } = useSource(answer);
  const problem = typeof state === 'object' ? state : null;
  const wrong = problem?.errors?.find((one) => one.pointer.endsWith('/address'))?.detail;
  const places = ['both', 'files', 'papers'] as const;
  return (
    <form
      className="fp-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <KeptDraft kept={kept} />
      <TextInput
        label={t.councilImport.address}
        hint={t.councilImport.addressHint}
        error={wrong}
        value={source.address}
        onChange={(address) => change({ address })}
      />
      <ChoiceInput
        label={t.councilImport.statements}
        value={source.statements}
        choices={places.map((value) => ({ value, label: t.councilImport.statementPlaces[value] }))}
        onChange={(statements) => change({ statements })}
      />
      <DayInput label={t.councilImport.since} value={since} onChange={(day) => change({}, day)} />
      <CheckInput label={t.councilImport.daily} value={source.daily} onChange={(daily) => change({ daily })} />
      <CheckInput
        label={t.councilImport.changesOnly}
        value={source.changesOnly}
        onChange={(changesOnly) => change({ changesOnly })}
      />
      <div role="status">
        {state === 'saved' && <p>{t.councilImport.saved}</p>}
        {problem && wrong === undefined && <Failure problem={problem} />}
      </div>
      <div className="fp-form__end">
        <Button type="submit" isDisabled={since.trim() !== '' && parseDay(since) === null}>
          {t.paperForm.save}
        </Button>
      </div>
    </form>
  );
}
