import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DatedProject } from '../../../planning/index.ts';
import { partnerRowsQuery, prerequisitesQuery } from '../../api/groundwork.ts';
import { useForm } from '../../form/context.tsx';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { moveOf, offerMove } from './move.ts';

/** Projects with the dates that the plan gives them now. */
export function DatedProjects({ projects }: { projects: readonly DatedProject[] }) {
  const { t, f } = useLanguage();
  return (
    <ul className="fp-bullets">
      {projects.map(({ id, name, start }) => (
        <li key={id}>
          <Link to="/projekte/$id" params={{ id }}>
            <German>{`${id} ${name}`}</German>
          </Link>
          {': '}
          {start === null ? t.groundwork.noDates : t.groundwork.begins(f.date(start))}
        </li>
      ))}
    </ul>
  );
}

/** What the day in the form would move in the plan, while it is typed. */
export function PrerequisiteEffect({ id }: { id: string }) {
  const { t, f } = useLanguage();
  const { form } = useForm();
  const { data } = useQuery(prerequisitesQuery);
  const row = data?.prerequisites.find((one) => one.id === id);
  if (row === undefined || row.projects.length === 0 || !form.dirty) return null;
  const words = t.prerequisites;
  const move = moveOf(row, form.draft);
  return (
    <div className="fp-message" role="status">
      <p className="fp-strong">{words.effect}</p>
      {move.kind === 'none' && <p>{words.effectNone}</p>}
      {move.kind === 'undated' && <p>{words.effectUndated}</p>}
      {move.kind === 'later' && <p>{words.effectLater(f.date(move.on))}</p>}
      {move.kind === 'earlier' && <p>{words.effectEarlier}</p>}
      {move.kind !== 'none' && <DatedProjects projects={move.projects} />}
    </div>
  );
}

interface DraftOffer {
  id?: string;
  availableFrom?: unknown;
  fundedUntil?: unknown;
}

/** What the days of a partner's offers in the form would move in the plan. */
export function OfferEffects({ id }: { id: string }) {
  const { t, f } = useLanguage();
  const { form } = useForm();
  const { data } = useQuery(partnerRowsQuery);
  const partner = data?.partners.find((one) => one.id === id);
  if (partner === undefined || !form.dirty) return null;
  const drafts = (form.draft.offers ?? []) as DraftOffer[];
  const moves = partner.offers.flatMap((offer) => {
    const draft = drafts.find((one) => one.id === offer.id);
    return draft === undefined ? [] : [{ offer, draft, ...offerMove(offer, draft) }];
  });
  const moving = moves.filter(({ late, unpaid }) => late.length + unpaid.length > 0);
  return (
    <div className="fp-message" role="status">
      <p className="fp-strong">{t.partners.effect}</p>
      {moving.length === 0 && <p>{t.partners.effectNone}</p>}
      {moving.map(({ offer, draft, late, unpaid }) => (
        <div key={offer.id}>
          {late.length > 0 && (
            <>
              <p>{t.partners.effectLater(offer.deliverable, f.date(String(draft.availableFrom)))}</p>
              <DatedProjects projects={late} />
            </>
          )}
          {unpaid.length > 0 && (
            <>
              <p>{t.partners.effectUnpaid(offer.deliverable, f.date(String(draft.fundedUntil)))}</p>
              <DatedProjects projects={unpaid} />
            </>
          )}
        </div>
      ))}
    </div>
  );
}
