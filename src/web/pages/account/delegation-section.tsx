import { useQuery } from '@tanstack/react-query';
import { change, sendJson } from '../../api/client.ts';
import { type DelegationAnswer, delegationsQuery } from '../../api/council.ts';
import { useDraft } from '../../form/draft.ts';
import { Faults } from '../../form/faults.tsx';
import { type Saving, useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay } from '../../language/parse.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { ChoiceInput, FieldRow } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';

const KEY = '/delegations';
const EMPTY = { deputy: '', from: '', until: '' };

type Delegations = NonNullable<ReturnType<typeof useDelegations>>;

/** Who stands in for whom, with the name of each; undefined until it is known. */
function useDelegations() {
  const { data } = useQuery(delegationsQuery);
  return data && { ...data, nameOf: (id: string) => data.people.find((one) => one.id === id)?.name ?? id };
}

/** Who stands in for me, and for whom I stand in: co-signing and release of statements. */
export function DelegationSection() {
  const { t, f } = useLanguage();
  const data = useDelegations();
  const saving = useSave();
  if (data === undefined) return null;
  const { nameOf } = data;
  const end = ({ delegation, version }: DelegationAnswer): void =>
    void saving.run(() => change('DELETE', `${KEY}/${encodeURIComponent(delegation.id)}`, { version }), [KEY]);
  return (
    <Section title={t.delegation.title}>
      <p className="fp-note">
        {t.delegation.note} {t.delegation.today(f.date(data.today))}
      </p>
      <ul className="fp-list">
        {data.delegations.map((row) => {
          const { id, giver, deputy: stands, from: start, until: stop } = row.delegation;
          const words = t.delegation.line(nameOf(stands), nameOf(giver), f.date(start), f.date(stop));
          return (
            <li key={id}>
              {words}{' '}
              <Button look="quiet" aria-label={t.delegation.endOf(words)} onPress={() => end(row)}>
                {t.delegation.end}
              </Button>
            </li>
          );
        })}
      </ul>
      <DelegationForm data={data} saving={saving} />
    </Section>
  );
}

function DelegationForm({ data, saving }: { data: Delegations; saving: Saving }) {
  const { t } = useLanguage();
  const [{ deputy, from, until }, setDraft] = useDraft('delegation', EMPTY);
  const edit = (part: Partial<typeof EMPTY>): void => setDraft((old) => ({ ...old, ...part }));
  const [first, last] = [parseDay(from), parseDay(until)];
  const add = async (): Promise<void> => {
    const readable = first !== null && last !== null;
    if (!saving.complete({ deputy, from, until }, readable) || !readable) return;
    const id = `v-${crypto.randomUUID()}`;
    const body = { id, giver: data.me, deputy, from: first, until: last };
    if (await saving.run(() => sendJson('POST', KEY, body), [KEY])) setDraft(EMPTY);
  };
  const others = data.people.filter((one) => one.id !== data.me);
  return (
    <form
      className="fp-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Faults problem={saving.problem} />
      <FieldRow>
        <ChoiceInput
          label={t.delegation.deputy}
          value={deputy}
          choices={[
            { value: '', label: t.resolutions.choose },
            ...others.map((one) => ({ value: one.id, label: one.name })),
          ]}
          error={saving.errorAt('/deputy')}
          onChange={(chosen) => edit({ deputy: chosen })}
        />
        <DayInput
          label={t.delegation.from}
          value={from}
          error={saving.errorAt('/from')}
          onChange={(typed) => edit({ from: typed })}
        />
        <DayInput
          label={t.delegation.until}
          value={until}
          error={saving.errorAt('/until')}
          onChange={(typed) => edit({ until: typed })}
        />
      </FieldRow>
      <p>
        <Button type="submit" isDisabled={saving.busy}>
          {t.delegation.add}
        </Button>
      </p>
    </form>
  );
}
