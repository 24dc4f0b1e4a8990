import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { getJson, sendJson } from '../../api/client.ts';
import { deskQuery } from '../../api/council.ts';
import { meQuery } from '../../api/queries.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { type Stored, useStored } from '../../form/use-stored.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { CandidateEditor } from './candidate-editor.tsx';
import { CheckDecisions } from './check-decisions.tsx';
import { PointDecisions } from './point-decisions.tsx';
import {
  type Decisions,
  type DecisionsDraft,
  decisionsOf,
  type ExaminationView,
  examinationOf,
  packed,
  unpacked,
  withCandidates,
} from './state.ts';

const examinationQuery = (id: string) => {
  const path = `/papers/${encodeURIComponent(id)}/examination`;
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<ExaminationView>(path, signal) });
};

/** A map with one entry set, or taken out. */
function changed<T>(map: ReadonlyMap<string, T>, key: string, value: T | null): ReadonlyMap<string, T> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

const asStored = (view: ExaminationView): Stored<ExaminationView> => ({ body: view, version: view.version });

/** Decisions as they are being made, and how they are saved. */
function useDecisions(view: ExaminationView) {
  const navigate = useNavigate();
  const { id } = view.paper;
  const path = `/papers/${encodeURIComponent(id)}/examination`;
  const read = async (): Promise<Stored<ExaminationView>> => asStored(await getJson<ExaminationView>(path));
  const form = useStored<ExaminationView, DecisionsDraft>({
    name: `examination ${id}`,
    stored: asStored(view),
    draftOf: (stored) => packed(decisionsOf(stored)),
    read,
  });
  const decisions = useMemo(() => unpacked(form.draft), [form.draft]);
  const setDecisions = (next: (before: Decisions) => Decisions): void =>
    form.setDraft((before) => packed(next(unpacked(before))));
  const save = async (): Promise<void> => {
    const touched = ['/papers', '/council-desk', `/papers/${encodeURIComponent(id)}`, path];
    const saved = await form.save(async () => {
      await sendJson('PUT', path, examinationOf(form.body, decisions), form.version ?? 0);
      return read();
    }, touched);
    if (saved) await navigate({ to: '/ratspost/$id', params: { id } });
  };
  return { form, decisions, setDecisions, save };
}

function Form({ view }: { view: ExaminationView }) {
  const { t } = useLanguage();
  const { data: me } = useQuery(meQuery);
  const { data: desk } = useQuery(deskQuery);
  const { form, decisions, setDecisions, save } = useDecisions(view);
  const { saving } = form;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormHead form={form} />
      <CheckDecisions
        checks={view.checks}
        drafts={decisions.checks}
        errorAt={saving.errorAt}
        onChange={(check, draft) =>
          setDecisions((before) => ({ ...before, checks: changed(before.checks, check, draft) }))
        }
      />
      <CandidateEditor
        key={form.epoch}
        view={view}
        signature={{ by: me?.user.name ?? '', on: desk?.today ?? '' }}
        candidates={decisions.candidates}
        onChange={(candidates) => setDecisions((before) => withCandidates(view, before, candidates))}
        alternatives={decisions.alternatives}
        onExclude={(alternatives) => setDecisions((before) => ({ ...before, alternatives }))}
      />
      <PointDecisions
        view={view}
        drafts={decisions.points}
        candidates={decisions.candidates}
        onChange={(point, draft) =>
          setDecisions((before) => ({ ...before, points: changed(before.points, point, draft) }))
        }
      />
      <SaveBar saving={saving} disabled={form.conflict !== null}>
        <Link to="/ratspost/$id" params={{ id: view.paper.id }} className={buttonClass('quiet')}>
          {t.paperForm.cancel}
        </Link>
      </SaveBar>
    </form>
  );
}

/** The examination of a paper: hints from the records, decisions by a person. */
export function ExaminationPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/ratspost/$id/pruefung' });
  const query = useQuery({ ...examinationQuery(id), staleTime: 0, refetchOnWindowFocus: false });
  const name = query.data ? `${query.data.paper.reference}: ${query.data.paper.name}` : id;
  return (
    <div className="fp-page">
      <PageHead title={t.examination.title(name)} />
      <Loaded query={query} missing={<Missing>{t.paper.missing(id)}</Missing>}>
        {(view) => <Form key={id} view={view} />}
      </Loaded>
    </div>
  );
}
