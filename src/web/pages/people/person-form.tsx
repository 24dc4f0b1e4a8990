import type { FormEvent } from 'react';
import type { Person, Role } from '../../../agenda/index.ts';
import { getJson, sendJson } from '../../api/client.ts';
import type { InvitationLink, People, PersonRow } from '../../api/identity.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { useStored } from '../../form/use-stored.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckInput, ChoiceInput, FieldGroup, TextInput } from '../../ui/form.tsx';

type Values = Pick<Person, 'name' | 'mail' | 'roles' | 'ownUnits'>;
const valuesOf = (person: Person | null): Values => {
  const { name = '', mail = '', roles = ['reader'] as Role[], ownUnits = [] } = person ?? {};
  return { name, mail, roles, ownUnits };
};

type Units = readonly { id: string; name: string }[];

/** The offices a person speaks for: chosen ones as a list, the rest to choose from. */
function UnitsField(props: {
  units: Units;
  value: string[];
  error?: string | undefined;
  onChange: (v: string[]) => void;
}) {
  const { units, value, error, onChange } = props;
  const { t } = useLanguage();
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  const left = units.filter((unit) => !value.includes(unit.id)).map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <>
      <ul className="fp-chips">
        {value.map((id) => (
          <li key={id}>
            {nameOf(id)}{' '}
            <Button
              look="quiet"
              aria-label={t.people.removeUnit(nameOf(id))}
              onPress={() => onChange(value.filter((one) => one !== id))}
            >
              {t.account.remove}
            </Button>
          </li>
        ))}
      </ul>
      <ChoiceInput
        label={t.people.addUnit}
        hint={t.people.unitsHint}
        error={error}
        value=""
        choices={[{ value: '', label: '–' }, ...left]}
        onChange={(id) => id !== '' && onChange([...value, id])}
      />
    </>
  );
}

/** The roles, each with what it allows. */
function RolesField({ value, onChange }: { value: readonly Role[]; onChange: (roles: Role[]) => void }) {
  const { t } = useLanguage();
  const roles = Object.entries(t.people.roleNames) as [Role, string][];
  return (
    <FieldGroup legend={t.people.roles}>
      <div className="fp-checks">
        {roles.map(([role, name]) => (
          <CheckInput
            key={role}
            label={
              <>
                {name} <span className="fp-muted">{t.people.roleNotes[role]}</span>
              </>
            }
            value={value.includes(role)}
            onChange={(on) => onChange(on ? [...value, role] : value.filter((one) => one !== role))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Who somebody is and may, as it is typed; null is somebody who is invited. */
function usePerson(row: PersonRow | null) {
  return useStored<Person | null, Values>({
    name: `person ${row?.person.id ?? ''}`,
    stored: { body: row?.person ?? null, version: row?.version ?? null },
    draftOf: valuesOf,
    read: async () => {
      const { people } = await getJson<People>('/people');
      const now = people.find(({ person }) => person.id === row?.person.id);
      return now ? { body: now.person, version: now.version } : null;
    },
  });
}

/** Inviting somebody, or changing who they are and what they may. */
export function PersonForm(props: {
  row: PersonRow | null;
  units: Units;
  onClose: () => void;
  onInvited: (name: string, mail: string, link: InvitationLink) => void;
  onSaved: () => void;
}) {
  const { row, units, onClose, onInvited, onSaved } = props;
  const { t } = useLanguage();
  const form = usePerson(row);
  const { draft: values, saving } = form;
  const change = (part: Partial<Values>): void => form.setDraft((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!saving.complete({ name: values.name, mail: values.mail })) return;
    const written = await form.save(async () => {
      if (!row) return { body: null, version: null, link: await sendJson<InvitationLink>('POST', '/people', values) };
      await sendJson('PUT', `/people/${row.person.id}`, values, form.version ?? 0);
      return { body: { ...row.person, ...values }, version: form.version, link: null };
    });
    if (written?.link) onInvited(values.name, values.mail, written.link);
    else if (written) onSaved();
  };
  const error = saving.errorAt;
  return (
    <Dialog title={row ? t.people.edit(row.person.name) : t.people.invite} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <FormHead form={form} labels={{ mail: t.people.mail, roles: t.people.roles, ownUnits: t.people.units }} />
        <TextInput
          label={t.people.name}
          error={error('/name')}
          value={values.name}
          onChange={(name) => change({ name })}
          required
        />
        <TextInput
          label={t.people.mail}
          error={error('/mail')}
          value={values.mail}
          onChange={(mail) => change({ mail })}
          type="email"
          required
        />
        <RolesField value={values.roles} onChange={(roles) => change({ roles })} />
        {values.roles.includes('office') && (
          <FieldGroup legend={t.people.units}>
            <UnitsField
              units={units}
              value={values.ownUnits}
              error={error('/ownUnits')}
              onChange={(ownUnits) => change({ ownUnits })}
            />
          </FieldGroup>
        )}
        <div className="fp-actions">
          <Button look="main" type="submit" isDisabled={saving.busy || form.conflict !== null}>
            {row ? t.people.save : t.people.send}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t.people.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
