import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { prerequisitesQuery } from '../../api/groundwork.ts';
import { choicesQuery, recordQuery } from '../../api/queries.ts';
import type { Choices, RecordAnswer } from '../../api/types.ts';
import { newId } from '../../form/new-id.ts';
import { useLanguage } from '../../language/context.tsx';
import { LinkedProjects } from '../../plan/linked-projects.tsx';
import { nameIn, RecordEditor } from '../../plan/record-editor.tsx';
import { RoadmapTabs } from '../../plan/roadmap-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { OfferEffects, PrerequisiteEffect } from './effect.tsx';
import { type GroundworkKind, groundworkParts } from './parts.ts';

const lists = {
  stage: '/fahrplan/stufen',
  actionField: '/fahrplan/stufen',
  goal: '/fahrplan/stufen',
  prerequisite: '/fahrplan/voraussetzungen',
  partner: '/fahrplan/partner',
  alternative: '/fahrplan/alternativen',
} as const satisfies Record<GroundworkKind, string>;

/** Beginning of the key of a new record, and what it holds before anything is typed. */
const blanks: Record<GroundworkKind, { key: string; body: Record<string, unknown> }> = {
  stage: { key: 'stufe', body: { entryConditions: [] } },
  actionField: { key: 'feld', body: { scope: 'administration' } },
  goal: { key: 'ziel', body: { indicators: [] } },
  prerequisite: { key: 'voraussetzung', body: {} },
  partner: { key: 'partner', body: { offers: [] } },
  alternative: { key: 'alternative', body: { choice: 'exactlyOne', projects: [] } },
};

/** What stands below a part of the form: what the draft would move in the plan. */
function effectOf(kind: GroundworkKind, part: string, id: string | null): ReactNode {
  if (id === null) return undefined;
  if (kind === 'prerequisite' && part === 'wann') return <PrerequisiteEffect id={id} />;
  return kind === 'partner' && part === 'angebote' ? <OfferEffects id={id} /> : undefined;
}

function GroundworkForm(props: { kind: GroundworkKind; answer: RecordAnswer | null; choices: Choices }) {
  const { kind, answer, choices } = props;
  const { t } = useLanguage();
  const navigate = useNavigate();
  const back = (): Promise<void> => navigate({ to: lists[kind] });
  const parts = groundworkParts[kind](t).map((part) => ({
    ...part,
    content: effectOf(kind, part.id, answer?.id ?? null),
  }));
  return (
    <>
      <RecordEditor
        kind={kind}
        stored={answer}
        blank={{ id: newId(blanks[kind].key), ...blanks[kind].body }}
        choices={choices}
        parts={parts}
        history
        onSaved={back}
        onCancel={back}
        onDeleted={back}
      >
        {answer !== null && kind === 'prerequisite' && <Waiting id={answer.id} />}
      </RecordEditor>
      {answer === null && kind === 'prerequisite' && <p className="fp-note">{t.prerequisites.linkAfterSaving}</p>}
    </>
  );
}

/** The projects that wait for a prerequisite, and the way to further ones. */
function Waiting({ id }: { id: string }) {
  const { t } = useLanguage();
  const { data } = useQuery(prerequisitesQuery);
  const row = data?.prerequisites.find((one) => one.id === id);
  const words = { ...t.prerequisites, linkTitle: t.groundwork.waiting, none: t.groundwork.nothingWaits };
  return row && <LinkedProjects field="prerequisites" id={id} projects={row.projects} words={words} />;
}

function EditPage({ kind, id, newTitle, lead }: { kind: GroundworkKind; id: string; newTitle: string; lead?: string }) {
  const { t } = useLanguage();
  const isNew = id === 'neu';
  const record = useQuery({ ...recordQuery(kind, id), enabled: !isNew });
  const choices = useQuery(choicesQuery);
  const form = (answer: RecordAnswer | null) => (
    <Loaded query={choices}>
      {(names) => <GroundworkForm key={id} kind={kind} answer={answer} choices={names} />}
    </Loaded>
  );
  return (
    <div className="fp-page">
      <PageHead title={isNew ? newTitle : t.groundwork.editTitle(nameIn(record.data?.body, id))} lead={lead} />
      <RoadmapTabs />
      {isNew ? (
        form(null)
      ) : (
        <Loaded query={record} missing={<Missing>{t.groundwork.missing}</Missing>}>
          {form}
        </Loaded>
      )}
    </div>
  );
}

export function StageEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/fahrplan/stufen/$id' });
  return <EditPage kind="stage" id={id} newTitle={t.stages.newTitle} />;
}

export function ActionFieldEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/fahrplan/handlungsfelder/$id' });
  return <EditPage kind="actionField" id={id} newTitle={t.stages.newField} />;
}

export function GoalEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/fahrplan/ziele/$id' });
  return <EditPage kind="goal" id={id} newTitle={t.stages.newGoal} />;
}

export function PrerequisiteEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/fahrplan/voraussetzungen/$id' });
  return <EditPage kind="prerequisite" id={id} newTitle={t.prerequisites.add} lead={t.capacity.lead} />;
}

export function PartnerEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/fahrplan/partner/$id' });
  return <EditPage kind="partner" id={id} newTitle={t.partners.add} lead={t.capacity.lead} />;
}

export function AlternativeEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/fahrplan/alternativen/$id' });
  return <EditPage kind="alternative" id={id} newTitle={t.exclusive.add} lead={t.exclusive.lead} />;
}
