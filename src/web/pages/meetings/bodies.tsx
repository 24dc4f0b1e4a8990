import { useQuery } from '@tanstack/react-query';
import type { Organization } from '../../../council/index.ts';
import { getJson, sendJson } from '../../api/client.ts';
import { type OrganizationAnswer, organizationsQuery } from '../../api/meetings.ts';
import { Form } from '../../form/form.tsx';
import { DraftNotes } from '../../form/kept-draft.tsx';
import { useSave } from '../../form/use-save.ts';
import { type Stored, useStored } from '../../form/use-stored.ts';
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

interface BodyDraft {
  kind: Organization['kind'];
  shortName: string;
  /** As typed, one after the other with a semicolon. */
  spellings: string;
}

const draftOf = ({ kind, shortName = '', spellings }: Organization): BodyDraft => ({
  kind,
  shortName,
  spellings: spellings.join('; '),
});

function bodyOf({ kind, shortName, spellings }: BodyDraft, stored: Organization): Organization {
  const { shortName: _before, ...rest } = stored;
  const short = shortName.trim();
  const names = spellings.split(';').map((one) => one.trim());
  return { ...rest, kind, ...(short ? { shortName: short } : {}), spellings: names.filter((one) => one !== '') };
}

const asStored = ({ organization, version }: OrganizationAnswer): Stored<Organization> => ({
  body: organization,
  version,
});

/** Kind, short name and other spellings of one body, changed in place. */
function BodyFields({ answer }: { answer: OrganizationAnswer }) {
  const { t } = useLanguage();
  const { id, name } = answer.organization;
  const form = useStored<Organization, BodyDraft>({
    name: `body ${id}`,
    stored: asStored(answer),
    draftOf,
    read: async () => {
      const { organizations } = await getJson<{ organizations: OrganizationAnswer[] }>('/organizations');
      const now = organizations.find(({ organization }) => organization.id === id);
      return now ? asStored(now) : null;
    },
  });
  const { draft, saving } = form;
  const change = (part: Partial<BodyDraft>): void => form.setDraft((before) => ({ ...before, ...part }));
  const kinds = Object.keys(t.meetings.bodyKinds) as Organization['kind'][];
  const save = (): void => {
    const body = bodyOf(draft, form.body);
    const path = `/organizations/${encodeURIComponent(id)}`;
    const write = () => sendJson<OrganizationAnswer>('PUT', path, body, form.version ?? 0);
    void form.save(async () => asStored(await write()), KEYS);
  };
  return (
    <div role="group" aria-label={name}>
      <Form problem={saving.problem} onSend={save}>
        <DraftNotes form={form} />
        <FieldRow
          end={
            <Button type="submit" isDisabled={saving.busy || form.conflict !== null}>
              {t.paperForm.save}
            </Button>
          }
        >
          <ChoiceInput
            label={t.meetings.bodyKind}
            error={saving.errorAt('/kind')}
            value={draft.kind}
            choices={kinds.map((value) => ({ value, label: t.meetings.bodyKinds[value] }))}
            onChange={(kind) => change({ kind })}
          />
          <TextInput
            label={t.meetings.shortName}
            error={saving.errorAt('/shortName')}
            value={draft.shortName}
            lang="de"
            letters={12}
            onChange={(shortName) => change({ shortName })}
          />
          <TextInput
            label={t.meetings.spellings}
            error={saving.errorAt('/spellings')}
            value={draft.spellings}
            lang="de"
            onChange={(spellings) => change({ spellings })}
          />
        </FieldRow>
      </Form>
    </div>
  );
}

/** Council, committees and factions of the city. */
export function Bodies({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useLanguage();
  const { data } = useQuery(organizationsQuery);
  const saving = useSave();
  if (data === undefined) return null;
  const enter = (name: string): void => {
    const body: Organization = { id: idOf(name), name, kind: kindOf(name), spellings: [] };
    void saving.run(() => sendJson('POST', '/organizations', body), KEYS);
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
      cell: (row) => (mayWrite ? <BodyFields answer={row} /> : t.meetings.bodyKinds[row.organization.kind]),
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
