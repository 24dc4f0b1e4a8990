import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Organization } from '../../../council/index.ts';
import { sendJson } from '../../api/client.ts';
import { type OrganizationAnswer, organizationsQuery } from '../../api/meetings.ts';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, FieldRow, TextInput } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { idOf } from './draft.ts';

const KEYS = ['/organizations', '/meetings'];

/** What a name says about a body; a person sees it and can change it. */
function kindOf(name: string): Organization['kind'] {
  if (/ausschuss/i.test(name)) return 'committee';
  if (/beirat/i.test(name)) return 'advisoryBoard';
  if (/fraktion|gruppe/i.test(name)) return 'faction';
  return /rat$/i.test(name) ? 'council' : 'other';
}

/** Names that papers use: each is entered with one press, its kind read from the name. */
function Unlisted({ names, onEnter }: { names: readonly string[]; onEnter: (name: string) => void }) {
  const { t } = useLanguage();
  if (names.length === 0) return null;
  return (
    <>
      <h3 className="fp-h3">{t.meetings.unlisted}</h3>
      <ul className="fp-list">
        {names.map((name) => (
          <li key={name}>
            <German>{name}</German> ({t.meetings.bodyKinds[kindOf(name)]}){' '}
            <Button look="quiet" aria-label={t.meetings.enterNamed(name)} onPress={() => onEnter(name)}>
              {t.meetings.enter}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Kind, short name and other spellings of one body, changed in place. */
function BodyFields({ answer, onSave }: { answer: OrganizationAnswer; onSave: (changed: Organization) => void }) {
  const { t } = useLanguage();
  const { organization } = answer;
  const [shortName, setShortName] = useState(organization.shortName ?? '');
  const [spellings, setSpellings] = useState(organization.spellings.join('; '));
  const kinds = Object.keys(t.meetings.bodyKinds) as Organization['kind'][];
  const save = (part: Partial<Organization>): void => {
    const { shortName: _before, ...rest } = { ...organization, ...part };
    const short = shortName.trim();
    const names = spellings.split(';').map((one) => one.trim());
    onSave({ ...rest, ...(short ? { shortName: short } : {}), spellings: names.filter((one) => one !== '') });
  };
  return (
    <div role="group" aria-label={organization.name}>
      <FieldRow>
        <ChoiceInput
          label={t.meetings.bodyKind}
          value={organization.kind}
          choices={kinds.map((value) => ({ value, label: t.meetings.bodyKinds[value] }))}
          onChange={(kind) => save({ kind })}
        />
        <TextInput label={t.meetings.shortName} value={shortName} lang="de" letters={12} onChange={setShortName} />
        <TextInput label={t.meetings.spellings} value={spellings} lang="de" onChange={setSpellings} />
        <Button onPress={() => save({})}>{t.paperForm.save}</Button>
      </FieldRow>
    </div>
  );
}

/** Council, committees and factions of the city. */
export function Bodies({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useLanguage();
  const { data } = useQuery(organizationsQuery);
  const saving = useSave(t.meetings.stale);
  if (data === undefined) return null;
  const enter = (name: string): void => {
    const body: Organization = { id: idOf(name), name, kind: kindOf(name), spellings: [] };
    void saving.run(() => sendJson('POST', '/organizations', body), KEYS);
  };
  const put = ({ organization, version }: OrganizationAnswer): void => {
    const path = `/organizations/${encodeURIComponent(organization.id)}`;
    void saving.run(() => sendJson('PUT', path, organization, version), KEYS);
  };
  const columns: Column<OrganizationAnswer>[] = [
    {
      key: 'name',
      label: t.meetings.body,
      rowHeader: true,
      cell: ({ organization }) => <German>{organization.name}</German>,
    },
    {
      key: 'more',
      label: t.meetings.bodyKind,
      cell: (row) =>
        mayWrite ? (
          <BodyFields answer={row} onSave={(organization) => put({ ...row, organization })} />
        ) : (
          t.meetings.bodyKinds[row.organization.kind]
        ),
    },
  ];
  return (
    <Section title={t.meetings.bodies} gap>
      {(titleId) => (
        <>
          {data.organizations.length === 0 ? (
            <p className="fp-note">{t.meetings.noBodies}</p>
          ) : (
            <DataTable
              labelledBy={titleId}
              columns={columns}
              rows={data.organizations}
              rowKey={({ organization, version }) => `${organization.id} ${version}`}
            />
          )}
          {mayWrite && <Unlisted names={data.unlisted} onEnter={enter} />}
          {saving.problem && <Failure problem={saving.problem} />}
        </>
      )}
    </Section>
  );
}
