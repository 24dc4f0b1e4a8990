import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { getJson, problemIn, sendJson } from '../../api/client.ts';
import { deskQuery } from '../../api/council.ts';
import { meQuery, paperQuery } from '../../api/queries.ts';
import type { Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { KeptDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Failure, Loaded, Missing } from '../../ui/states.tsx';
import { CandidateEditor } from './candidate-editor.tsx';
import { CheckDecisions } from './check-decisions.tsx';
import { PointDecisions } from './point-decisions.tsx';
import {
  type Decisions,
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

function End({ paper, saving }: { paper: string; saving: boolean }) {
  const { t } = useLanguage();
  return (
    <div className="fp-form__end">
      <Button look="main" type="submit" isDisabled={saving}>
        {t.paperForm.save}
      </Button>
      <Link to="/ratspost/$id" params={{ id: paper }} className={buttonClass('quiet')}>
        {t.paperForm.cancel}
      </Link>
    </div>
  );
}

/** Decisions as they are being made, kept like every draft. */
function useDecisions(view: ExaminationView) {
  const [draft, setDraft, forget, kept] = useDraft(`examination ${view.paper.id} ${view.version}`, () =>
    packed(decisionsOf(view)),
  );
  const decisions = useMemo(() => unpacked(draft), [draft]);
  const setDecisions = (next: (before: Decisions) => Decisions): void =>
    setDraft((before) => packed(next(unpacked(before))));
  return { decisions, setDecisions, forget, kept };
}

function Form({ view }: { view: ExaminationView }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data: desk } = useQuery(deskQuery);
  const { decisions, setDecisions, forget, kept } = useDecisions(view);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const { id } = view.paper;
  const errorAt = (pointer: string): string | undefined =>
    problem?.errors?.find((one) => one.pointer === pointer)?.detail;
  const save = async (): Promise<void> => {
    setProblem(null);
    setSaving(true);
    try {
      const path = `/papers/${encodeURIComponent(id)}/examination`;
      await sendJson('PUT', path, examinationOf(view, decisions), view.version);
      forget();
      for (const queryKey of [['/papers'], deskQuery.queryKey, paperQuery(id).queryKey, examinationQuery(id).queryKey])
        await client.invalidateQueries({ queryKey });
      await navigate({ to: '/ratspost/$id', params: { id } });
    } catch (error) {
      const found = problemIn(error);
      setProblem(found.status === 412 ? { ...found, detail: t.paperForm.stale } : found);
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <KeptDraft kept={kept} />
      <CheckDecisions
        checks={view.checks}
        drafts={decisions.checks}
        errorAt={errorAt}
        onChange={(check, draft) =>
          setDecisions((before) => ({ ...before, checks: changed(before.checks, check, draft) }))
        }
      />
      <CandidateEditor
        view={view}
        signature={{ by: me?.user.name ?? '', on: desk?.today ?? '' }}
        candidates={decisions.candidates}
        onChange={(candidates) => setDecisions((before) => withCandidates(view, before, candidates))}
      />
      <PointDecisions
        view={view}
        drafts={decisions.points}
        candidates={decisions.candidates}
        onChange={(point, draft) =>
          setDecisions((before) => ({ ...before, points: changed(before.points, point, draft) }))
        }
      />
      {problem && <Failure problem={problem} />}
      <End paper={id} saving={saving} />
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
        {(view) => <Form key={`${view.paper.id} ${view.version}`} view={view} />}
      </Loaded>
    </div>
  );
}
