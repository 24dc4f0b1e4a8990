import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { choicesQuery, recordQuery } from '../../api/queries.ts';
import type { Choices, RecordAnswer } from '../../api/types.ts';
import { newId } from '../../form/new-id.ts';
import type { FormPart } from '../../form/spec.ts';
import { useLanguage } from '../../language/context.tsx';
import { RecordEditor } from '../../plan/record-editor.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { bookingParts, budgetParts, teamParts, unitParts } from './parts.ts';

type Kind = 'unit' | 'team' | 'budgetLine' | 'booking';

/** Where each kind is listed. */
const lists = {
  unit: '/auslastung',
  team: '/auslastung',
  budgetLine: '/auslastung',
  booking: '/auslastung/buchungen',
} as const;

/** What a new record begins with. */
const blanks: Record<Kind, Record<string, unknown>> = {
  unit: { kind: 'office', names: [{}] },
  team: { capacity: [{}] },
  budgetLine: { carryOverPercent: 0, kind: 'consumptive', years: [{}] },
  booking: { kind: 'spent' },
};

/** How a person would call the record: an office by its last name. */
function nameOf(body: unknown, id: string): string {
  const { name, names, text, reference } = body as {
    name?: string;
    names?: { name?: string }[];
    text?: string;
    reference?: string;
  };
  return name ?? names?.at(-1)?.name ?? text ?? reference ?? id;
}

/** A record of the capacity as a form; whatever is saved, the working plan follows. */
function RecordForm(props: { kind: Kind; answer: RecordAnswer | null; choices: Choices; parts: readonly FormPart[] }) {
  const { kind, answer, choices, parts } = props;
  const navigate = useNavigate();
  const back = (): Promise<void> => navigate({ to: lists[kind] });
  return (
    <RecordEditor
      kind={kind}
      stored={answer}
      blank={kind === 'booking' ? { id: newId('buchung'), ...blanks[kind] } : blanks[kind]}
      choices={choices}
      parts={parts}
      nameOf={nameOf}
      history
      onSaved={back}
      onCancel={back}
      onDeleted={back}
    />
  );
}

function EditPage(props: { kind: Kind; id: string | null; title: string; lead?: string; parts: FormPart[] }) {
  const { kind, id, title, lead, parts } = props;
  const { t } = useLanguage();
  const record = useQuery({ ...recordQuery(kind, id ?? ''), enabled: id !== null });
  const choices = useQuery(choicesQuery);
  const form = (answer: RecordAnswer | null) => (
    <Loaded query={choices}>
      {(names) => <RecordForm kind={kind} answer={answer} choices={names} parts={parts} />}
    </Loaded>
  );
  return (
    <div className="fp-page">
      <PageHead title={title} lead={lead ?? t.capacity.lead} />
      {id === null ? (
        form(null)
      ) : (
        <Loaded query={record} missing={<Missing>{t.capacity.missing}</Missing>}>
          {form}
        </Loaded>
      )}
    </div>
  );
}

export function UnitEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/auslastung/amt/$id' });
  const isNew = id === 'neu';
  return (
    <EditPage
      kind="unit"
      id={isNew ? null : id}
      title={isNew ? t.capacity.newUnit : t.capacity.titleUnit(id)}
      parts={unitParts(t, isNew)}
    />
  );
}

export function TeamEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/auslastung/team/$id' });
  const isNew = id === 'neu';
  return (
    <EditPage
      kind="team"
      id={isNew ? null : id}
      title={isNew ? t.capacity.newTeam : t.capacity.titleTeam(id)}
      parts={teamParts(t, isNew)}
    />
  );
}

export function BudgetEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/auslastung/budget/$id' });
  const isNew = id === 'neu';
  return (
    <EditPage
      kind="budgetLine"
      id={isNew ? null : id}
      title={isNew ? t.capacity.newBudget : t.capacity.titleBudget(id)}
      parts={budgetParts(t, isNew)}
    />
  );
}

export function BookingEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/auslastung/buchungen/$id' });
  const isNew = id === 'neu';
  return (
    <EditPage
      kind="booking"
      id={isNew ? null : id}
      title={isNew ? t.bookings.add : t.bookings.editTitle(id)}
      lead={t.bookings.lead}
      parts={bookingParts(t)}
    />
  );
}
