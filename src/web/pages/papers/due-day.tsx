import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { papersQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { German, Signal } from '../../ui/marks.tsx';

/** Days left at which a deadline counts as near: a meeting's papers go out a week before. */
const NEAR_DAYS = 7;

/** A day with how long it is until then, or since then. */
export function DueDay({ on, daysLeft, owed = true }: { on: string | null; daysLeft: number | null; owed?: boolean }) {
  const { t, f } = useLanguage();
  if (on === null || daysLeft === null) return <span className="fp-muted">{t.desk.noDue}</span>;
  const shape = !owed ? 'off' : daysLeft < 0 ? 'bad' : daysLeft <= NEAR_DAYS ? 'near' : 'ok';
  const words = daysLeft < 0 ? t.desk.overdueSince(-daysLeft) : t.inDays(daysLeft);
  return (
    <Signal shape={shape}>
      {f.date(on)}, {words}
    </Signal>
  );
}

/** The paper's number as a link; the list of papers knows it. */
export function Reference({ id }: { id: string }) {
  const { data } = useQuery(papersQuery);
  return (
    <Link to="/ratspost/$id" params={{ id }}>
      {data?.papers.find((row) => row.id === id)?.reference ?? id}
    </Link>
  );
}

/** The unit that has to act, by its name in `units`; where none is known, that is said. */
export function Responsible({ unit, units }: { unit: string | null; units: ReadonlyMap<string, string> }) {
  const { t } = useLanguage();
  if (unit === null) return <span className="fp-muted">{t.desk.nobody}</span>;
  return <German>{units.get(unit) ?? unit}</German>;
}
