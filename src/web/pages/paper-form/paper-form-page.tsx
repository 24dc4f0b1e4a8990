import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Paper } from '../../../council/index.ts';
import { problemIn, sendJson } from '../../api/client.ts';
import { deskQuery } from '../../api/council.ts';
import {
  type IncomingPaper,
  incomingPaperQuery,
  incomingPapersQuery,
  readPaperFile,
} from '../../api/council-import.ts';
import { paperQuery } from '../../api/queries.ts';
import type { PaperAnswer, Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { KeptDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Failure, Loaded, Missing } from '../../ui/states.tsx';
import { type Draft, draftOf, draftOfIncoming, emptyDraft, paperOf, tidied, unreadableDays } from './draft.ts';
import { IncomingNote } from './incoming-note.tsx';
import { Intake } from './intake.tsx';
import { RelatedPart, SignatoryPart } from './more-parts.tsx';
import { ConsultationsPart, IdentityPart, OriginatorsPart, TextPart } from './parts.tsx';

/** Faults with a place in the paper become notes at their fields; the rest is shown as a whole. */
function useSaving(answer: PaperAnswer | null, incoming: IncomingPaper | null, onSaved: () => void) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [saving, setSaving] = useState(false);
  const save = async (draft: Draft): Promise<void> => {
    setProblem(null);
    const days = unreadableDays(draft);
    setErrors(new Map(days.map((pointer) => [pointer, t.paperForm.dayWrong])));
    if (days.length > 0) return;
    setSaving(true);
    const paper = { ...paperOf(draft, answer?.paper ?? null), ...provenanceOf(incoming) };
    try {
      const saved = answer
        ? await sendJson<PaperAnswer>('PUT', `/papers/${encodeURIComponent(answer.paper.id)}`, paper, answer.version)
        : await sendJson<PaperAnswer>('POST', '/papers', paper);
      onSaved();
      const { id } = saved.paper;
      for (const queryKey of [['/papers'], ['/council-desk'], incomingPapersQuery.queryKey, paperQuery(id).queryKey])
        await client.invalidateQueries({ queryKey });
      // A new paper is examined next; one for information only is just there.
      const next = answer === null && saved.paper.kind !== 'information';
      await navigate({ to: next ? '/ratspost/$id/pruefung' : '/ratspost/$id', params: { id } });
    } catch (error) {
      const found = problemIn(error);
      setErrors(new Map(found.errors?.map((one) => [one.pointer, one.detail])));
      setProblem(found.status === 412 ? { ...found, detail: t.paperForm.stale } : found);
    } finally {
      setSaving(false);
    }
  };
  return { problem, errors, saving, save };
}

/** Where a paper came from that was taken over, and from when its state is. */
function provenanceOf(incoming: IncomingPaper | null): Pick<Paper, 'provenance'> {
  if (incoming === null) return {};
  const { address, changedAt } = incoming;
  return {
    provenance: { '*': { kind: 'entered', by: 'OParl', on: changedAt.slice(0, 10), note: address.slice(0, 300) } },
  };
}

function Form({ answer, incoming = null }: { answer: PaperAnswer | null; incoming?: IncomingPaper | null }) {
  const { t } = useLanguage();
  const { data: desk } = useQuery(deskQuery);
  const began = answer ? `${answer.paper.id} ${answer.version}` : (incoming?.key ?? '');
  const [draft, setDraft, forget, kept] = useDraft<Draft>(`paper ${began}`, () =>
    answer ? draftOf(answer.paper) : incoming ? draftOfIncoming(incoming) : emptyDraft(),
  );
  const { problem, errors, saving, save } = useSaving(answer, incoming, forget);
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const errorAt = (pointer: string): string | undefined => errors.get(pointer);
  const parts = { draft, change, errorAt };
  const submit = (): void => {
    const clean = tidied(draft);
    setDraft({ ...clean, points: clean.points.length > 0 ? clean.points : draft.points.slice(0, 1) });
    void save(clean);
  };
  return (
    <form
      className="fp-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <KeptDraft kept={kept} />
      {incoming && <IncomingNote incoming={incoming} />}
      {answer === null && (
        <Intake
          change={(make) => setDraft((before) => ({ ...before, ...make(before) }))}
          {...(incoming?.mainFile?.url
            ? { elsewhere: { name: incoming.mainFile.name, read: () => readPaperFile(incoming.key) } }
            : {})}
        />
      )}
      <IdentityPart {...parts} desk={desk} isNew={answer === null} />
      <OriginatorsPart {...parts} />
      <TextPart {...parts} paper={answer?.paper ?? null} />
      <ConsultationsPart {...parts} />
      <RelatedPart {...parts} />
      <SignatoryPart {...parts} />
      <div role="alert">
        {errors.size > 0 && <p className="fp-form__error">{t.paperForm.faults(errors.size)}</p>}
        {problem && (errors.size === 0 || problem.status !== 400) && <Failure problem={problem} />}
      </div>
      <div className="fp-form__end">
        <Button look="main" type="submit" isDisabled={saving}>
          {t.paperForm.save}
        </Button>
        {answer ? (
          <Link to="/ratspost/$id" params={{ id: answer.paper.id }} className={buttonClass('quiet')}>
            {t.paperForm.cancel}
          </Link>
        ) : (
          <Link to="/ratspost" className={buttonClass('quiet')}>
            {t.paperForm.cancel}
          </Link>
        )}
      </div>
    </form>
  );
}

/** A new paper: empty, or with what the council information system says of it. */
export function NewPaperPage() {
  const { t } = useLanguage();
  const { ratsinfo } = useSearch({ from: '/ratspost/neu' });
  return (
    <div className="fp-page">
      <PageHead title={t.paperForm.titleNew} />
      {ratsinfo ? <TakenOver paper={ratsinfo} /> : <Form answer={null} />}
    </div>
  );
}

function TakenOver({ paper }: { paper: string }) {
  const { t } = useLanguage();
  const query = useQuery({ ...incomingPaperQuery(paper), refetchOnWindowFocus: false });
  return (
    <Loaded query={query} missing={<Missing>{t.paper.missing(paper)}</Missing>}>
      {(incoming) => <Form answer={null} incoming={incoming} />}
    </Loaded>
  );
}

export function EditPaperPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/ratspost/$id/bearbeiten' });
  // The form starts once from what is stored; a later change by somebody else is found when it is saved.
  const query = useQuery({ ...paperQuery(id), staleTime: 0, refetchOnWindowFocus: false });
  return (
    <div className="fp-page">
      <PageHead title={t.paperForm.titleEdit(query.data?.paper.reference ?? id)} />
      <Loaded query={query} missing={<Missing>{t.paper.missing(id)}</Missing>}>
        {(answer) => <Form key={answer.paper.id} answer={answer} />}
      </Loaded>
    </div>
  );
}
