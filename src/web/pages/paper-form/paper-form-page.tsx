import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Paper } from '../../../council/index.ts';
import { getJson, sendJson } from '../../api/client.ts';
import { deskQuery } from '../../api/council.ts';
import {
  type IncomingPaper,
  incomingPaperQuery,
  incomingPapersQuery,
  readPaperFile,
} from '../../api/council-import.ts';
import { paperQuery } from '../../api/queries.ts';
import type { PaperAnswer } from '../../api/types.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { type Stored, useStored } from '../../form/use-stored.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { type Draft, draftOf, draftOfIncoming, emptyDraft, paperOf, tidied, unreadableDays } from './draft.ts';
import { IncomingNote } from './incoming-note.tsx';
import { Intake } from './intake.tsx';
import { RelatedPart, SignatoryPart } from './more-parts.tsx';
import { ConsultationsPart, IdentityPart, OriginatorsPart, TextPart } from './parts.tsx';

/** Where a paper came from that was taken over, and from when its state is. */
function provenanceOf(incoming: IncomingPaper | null): Pick<Paper, 'provenance'> {
  if (incoming === null) return {};
  const { address, changedAt } = incoming;
  return {
    provenance: { '*': { kind: 'entered', by: 'OParl', on: changedAt.slice(0, 10), note: address.slice(0, 300) } },
  };
}

const asStored = ({ paper, version }: PaperAnswer): Stored<Paper | null> => ({ body: paper, version });

/** The paper as it is typed, and how it is saved. */
function usePaper(answer: PaperAnswer | null, incoming: IncomingPaper | null) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const path = answer ? `/papers/${encodeURIComponent(answer.paper.id)}` : '/papers';
  const form = useStored<Paper | null, Draft>({
    name: `paper ${answer?.paper.id ?? incoming?.key ?? ''}`,
    stored: answer ? asStored(answer) : { body: null, version: null },
    draftOf: (paper) => (paper ? draftOf(paper) : incoming ? draftOfIncoming(incoming) : emptyDraft()),
    read: async () => (answer ? asStored(await getJson<PaperAnswer>(path)) : null),
  });
  const { saving } = form;
  const save = async (): Promise<void> => {
    const clean = tidied(form.draft);
    form.setDraft(() => ({ ...clean, points: clean.points.length > 0 ? clean.points : form.draft.points.slice(0, 1) }));
    const days = unreadableDays(clean).map((pointer) => ({ pointer, detail: t.paperForm.dayWrong }));
    if (days.length > 0) return saving.setProblem({ title: t.form.wrong, status: 400, errors: days });
    const paper = { ...paperOf(clean, form.body), ...provenanceOf(incoming) };
    const saved = await form.save(
      async () =>
        asStored(await sendJson<PaperAnswer>(answer ? 'PUT' : 'POST', path, paper, form.version ?? undefined)),
      ['/papers', '/council-desk', path, ...incomingPapersQuery.queryKey],
    );
    if (!saved?.body) return;
    const { id, kind } = saved.body;
    // A new paper is examined next; one for information only is just there.
    const next = answer === null && kind !== 'information';
    await navigate({ to: next ? '/ratspost/$id/pruefung' : '/ratspost/$id', params: { id } });
  };
  return { form, save };
}

function Form({ answer, incoming = null }: { answer: PaperAnswer | null; incoming?: IncomingPaper | null }) {
  const { t } = useLanguage();
  const { data: desk } = useQuery(deskQuery);
  const { form, save } = usePaper(answer, incoming);
  const { draft, saving } = form;
  const change = (part: Partial<Draft>): void => form.setDraft((before) => ({ ...before, ...part }));
  const parts = { draft, change, errorAt: saving.errorAt };
  return (
    <form
      className="fp-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormHead
        form={form}
        labels={{ name: t.paperForm.name, points: t.paperForm.points(draft.kind === 'councilInquiry') }}
      />
      {incoming && <IncomingNote incoming={incoming} />}
      {answer === null && (
        <Intake
          text={draft.pasted}
          change={(make) => form.setDraft((before) => ({ ...before, ...make(before) }))}
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
      <SaveBar saving={saving} disabled={form.conflict !== null}>
        {answer ? (
          <Link to="/ratspost/$id" params={{ id: answer.paper.id }} className={buttonClass('quiet')}>
            {t.paperForm.cancel}
          </Link>
        ) : (
          <Link to="/ratspost" className={buttonClass('quiet')}>
            {t.paperForm.cancel}
          </Link>
        )}
      </SaveBar>
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
