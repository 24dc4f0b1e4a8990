import type { CouncilSettings, OparlSource } from '../../../council/index.ts';
import type { SettingsAnswer } from '../../api/council.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useLanguage } from '../../language/context.tsx';
import { parseDay, typedDay } from '../../language/parse.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/form.tsx';
import { notify } from '../../ui/toast.tsx';
import { useCouncilSettings } from '../council-settings/use-settings.ts';

interface SourceDraft extends Omit<OparlSource, 'since'> {
  /** As typed. */
  since: string;
}

const draftOf = ({ oparlSource }: CouncilSettings): SourceDraft => ({
  address: oparlSource?.address ?? '',
  statements: oparlSource?.statements ?? 'both',
  since: typedDay(oparlSource?.since),
  daily: oparlSource?.daily ?? false,
  changesOnly: oparlSource?.changesOnly ?? true,
});

/** The settings with the source that a form describes; without an address there is none. */
function settingsWith({ since, address: typed, ...habits }: SourceDraft, settings: CouncilSettings): CouncilSettings {
  const { oparlSource: _, ...others } = settings;
  const address = typed.trim();
  const from = parseDay(since);
  return address === '' ? others : { ...others, oparlSource: { ...habits, address, ...(from ? { since: from } : {}) } };
}

/** Where the council information system is, and what habits it has. */
export function SourceForm({ answer }: { answer: SettingsAnswer }) {
  const { t } = useLanguage();
  const { form, save } = useCouncilSettings({ name: 'oparl source', answer, draftOf });
  const { draft, saving } = form;
  const change = (part: Partial<SourceDraft>): void => form.setDraft((before) => ({ ...before, ...part }));
  const places = ['both', 'files', 'papers'] as const;
  return (
    <form
      className="fp-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.since.trim() !== '' && parseDay(draft.since) === null) return saving.refuse();
        void save(settingsWith(draft, form.body)).then((saved) => saved && notify(t.councilImport.saved));
      }}
    >
      <FormHead
        form={form}
        labels={{
          address: t.councilImport.address,
          statements: t.councilImport.statements,
          since: t.councilImport.since,
          daily: t.councilImport.daily,
          changesOnly: t.councilImport.changesOnly,
        }}
      />
      <TextInput
        label={t.councilImport.address}
        hint={t.councilImport.addressHint}
        error={saving.errorAt('/settings/oparlSource/address')}
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <ChoiceInput
        label={t.councilImport.statements}
        value={draft.statements}
        choices={places.map((value) => ({ value, label: t.councilImport.statementPlaces[value] }))}
        onChange={(statements) => change({ statements })}
      />
      <DayInput label={t.councilImport.since} value={draft.since} onChange={(since) => change({ since })} />
      <CheckInput label={t.councilImport.daily} value={draft.daily} onChange={(daily) => change({ daily })} />
      <CheckInput
        label={t.councilImport.changesOnly}
        value={draft.changesOnly}
        onChange={(changesOnly) => change({ changesOnly })}
      />
      <SaveBar saving={saving} disabled={form.conflict !== null} />
    </form>
  );
}
