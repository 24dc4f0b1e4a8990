import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendJson } from '../../api/client.ts';
import { type InvitationLink, type People, type PersonRow, peopleQuery } from '../../api/identity.ts';
import { useFormAction } from '../../form/form-action.ts';
import { CopyButton } from '../../identity/copy-button.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { MenuAction, MenuButton } from '../../ui/menu.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table.tsx';
import { PersonForm } from './person-form.tsx';

interface Shown {
  name: string;
  mail: string;
  link: InvitationLink;
}

/** The link that was just made: shown once, to be passed on. */
function LinkDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useLanguage();
  const { name, mail, link } = shown;
  return (
    <Dialog title={t.people.linkTitle(name)} onClose={onClose}>
      <p>{link.mailed ? t.people.linkMailed(mail) : t.people.linkCopy}</p>
      <p className="fp-key">{link.link}</p>
      <p className="fp-muted">{t.people.linkDays(link.days)}</p>
      <div className="fp-actions">
        <CopyButton text={link.link} label={t.people.copy} />
        <Button look="quiet" onPress={onClose}>
          {t.people.close}
        </Button>
      </div>
    </Dialog>
  );
}

type Asked = { row: PersonRow; step: 'withdraw' | 'reset' | 'confirm' };

/** Steps that end somebody's sessions, or that somebody vouches for, ask first. */
function AskDialog({ asked, onClose, onYes }: { asked: Asked; onClose: () => void; onYes: () => void }) {
  const { t } = useLanguage();
  const { name } = asked.row.person;
  const words = {
    withdraw: { title: t.people.withdrawAsk(name), what: t.people.withdrawWhat, yes: t.people.withdraw },
    reset: { title: t.people.resetAsk(name), what: t.people.resetWhat, yes: t.people.resetFactor },
    confirm: { title: t.people.confirmAsk(name), what: t.people.confirmWhat, yes: t.people.confirm },
  }[asked.step];
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.what}</p>
      <div className="fp-actions">
        <Button look="main" onPress={onYes}>
          {words.yes}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t.people.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

function useStateText(): (row: PersonRow) => string {
  const { t, f } = useLanguage();
  return ({ person, hasPassword, linkUntil, openedBy }) => {
    if (!person.active) return t.people.states.withdrawn;
    if (openedBy.length > 0) return t.people.states.opened(f.list(openedBy));
    if (linkUntil !== null) {
      const until = f.date(linkUntil);
      return hasPassword ? t.people.states.reset(until) : t.people.states.invited(until);
    }
    return hasPassword ? t.people.states.active : t.people.states.expired;
  };
}

/** What can be done with one person. */
interface Steps {
  edit: (row: PersonRow) => void;
  makeLink: (row: PersonRow, clearSecondFactor: boolean) => void;
  setAccess: (row: PersonRow, active: boolean) => void;
  confirm: (row: PersonRow) => void;
  ask: (asked: Asked) => void;
}

function PersonMenu({ row, steps }: { row: PersonRow; steps: Steps }) {
  const { t } = useLanguage();
  return (
    <MenuButton label={t.people.actions} name={t.people.menu(row.person.name)}>
      <MenuAction label={t.people.change} onAction={() => steps.edit(row)} />
      {row.person.active ? (
        <>
          <MenuAction label={t.people.newLink} onAction={() => steps.makeLink(row, false)} />
          {row.hasSecondFactor && (
            <MenuAction label={t.people.resetFactor} onAction={() => steps.ask({ row, step: 'reset' })} />
          )}
          {row.openedBy.length > 0 && row.mayConfirm && (
            <MenuAction label={t.people.confirm} onAction={() => steps.ask({ row, step: 'confirm' })} />
          )}
          <MenuAction label={t.people.withdraw} onAction={() => steps.ask({ row, step: 'withdraw' })} />
        </>
      ) : (
        <MenuAction label={t.people.restore} onAction={() => steps.setAccess(row, true)} />
      )}
    </MenuButton>
  );
}

function PeopleTable({ data: { people, units }, steps }: { data: People; steps: Steps }) {
  const { t, f } = useLanguage();
  const stateOf = useStateText();
  const unitName = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  return (
    <Section title={t.people.title} hiddenTitle>
      {(titleId) => (
        <DataTable
          labelledBy={titleId}
          rows={people}
          rowKey={({ person }) => person.id}
          columns={[
            { key: 'name', label: t.people.name, rowHeader: true, cell: ({ person }) => person.name },
            { key: 'mail', label: t.people.mail, cell: ({ person }) => person.mail },
            {
              key: 'roles',
              label: t.people.roles,
              cell: ({ person }) => f.list(person.roles.map((role) => t.people.roleNames[role])),
            },
            {
              key: 'units',
              label: t.people.units,
              cell: ({ person }) => person.ownUnits.map(unitName).join(', '),
            },
            { key: 'state', label: t.people.state, cell: stateOf },
            {
              key: 'factor',
              label: t.people.secondFactor,
              cell: ({ hasSecondFactor }) => (hasSecondFactor ? t.yes : t.no),
            },
            {
              key: 'seen',
              label: t.people.seen,
              cell: ({ lastSeenAt }) => (lastSeenAt ? f.timestamp(lastSeenAt) : t.people.never),
            },
            {
              key: 'actions',
              label: t.people.actions,
              hiddenLabel: true,
              cell: (row) => <PersonMenu row={row} steps={steps} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The steps of the page, and what each has brought. */
function useSteps() {
  const client = useQueryClient();
  const action = useFormAction();
  const [form, setForm] = useState<PersonRow | 'new' | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const reload = (): void => void client.invalidateQueries({ queryKey: peopleQuery.queryKey });
  const steps: Steps = {
    edit: setForm,
    ask: setAsked,
    makeLink: (row, clearSecondFactor) => {
      void action.run(async () => {
        const { id, name, mail } = row.person;
        const link = await sendJson<InvitationLink>('POST', `/people/${id}/link`, { clearSecondFactor });
        setShown({ name, mail, link });
        reload();
      });
    },
    setAccess: ({ person, version }, active) => {
      void action.run(async () => {
        await sendJson('POST', `/people/${person.id}/access`, { active }, version);
        reload();
      });
    },
    confirm: ({ person }) => {
      void action.run(async () => {
        await sendJson('POST', `/people/${person.id}/confirm-access`, {});
        reload();
      });
    },
  };
  return { problem: action.problem, steps, form, setForm, shown, setShown, asked, setAsked, reload };
}

/** Who may sign in; for the administration. */
export function PeoplePage() {
  const { t } = useLanguage();
  const query = useQuery(peopleQuery);
  const { problem, steps, form, setForm, shown, setShown, asked, setAsked, reload } = useSteps();
  const confirmed = ({ row, step }: Asked): void => {
    setAsked(null);
    if (step === 'reset') steps.makeLink(row, true);
    else if (step === 'confirm') steps.confirm(row);
    else steps.setAccess(row, false);
  };
  return (
    <div className="fp-page">
      <PageHead title={t.people.title} lead={t.people.lead}>
        <Button look="main" onPress={() => setForm('new')}>
          {t.people.invite}
        </Button>
      </PageHead>
      <StepProblem problem={problem} />
      <Loaded query={query}>
        {(data) => (
          <>
            {data.people.length === 0 ? (
              <Empty title={t.people.none}>
                <p>{t.people.noneAdvice}</p>
              </Empty>
            ) : (
              <PeopleTable data={data} steps={steps} />
            )}
            {form && (
              <PersonForm
                row={form === 'new' ? null : form}
                units={data.units}
                onClose={() => setForm(null)}
                onSaved={() => {
                  setForm(null);
                  reload();
                }}
                onInvited={(name, mail, link) => {
                  setForm(null);
                  setShown({ name, mail, link });
                  reload();
                }}
              />
            )}
          </>
        )}
      </Loaded>
      {shown && <LinkDialog shown={shown} onClose={() => setShown(null)} />}
      {asked && <AskDialog asked={asked} onClose={() => setAsked(null)} onYes={() => confirmed(asked)} />}
    </div>
  );
}
