import type { RecordRef } from '../../../council/index.ts';
import type { Alternative } from '../../../planning/index.ts';
import { ComputedFigure } from '../../evidence/figure.tsx';
import { useLanguage } from '../../language/context.tsx';
import type { Column } from '../../ui/table.tsx';

/** Projects named in a cell; the others are counted. */
const NAMED = 3;

type Language = ReturnType<typeof useLanguage>;
type Row = Alternative & { key: string };

const late = (row: Alternative) => row.displaced.filter((one) => one.lateWeeks > 0);
const projectRef = (id: string): RecordRef => ({ kind: 'project', id });
const teamRef = (id: string): RecordRef => ({ kind: 'team', id });

/** Which projects slip, and by how much after what was promised; its card names all of them. */
function Slips({ row }: { row: Row }) {
  const { t, f } = useLanguage();
  const words = t.alternatives;
  const slipping = late(row);
  if (row.dates === null) return '–';
  if (row.displaced.length === 0) return words.nothing;
  const each = (one: Alternative['displaced'][number]): string => `${one.project} +${f.number(one.lateWeeks)}`;
  const text =
    slipping.length === 0
      ? words.movesOnly(row.displaced.length)
      : words.slips(
          slipping.slice(0, NAMED).map(each).join(', '),
          Math.max(0, slipping.length - NAMED),
          slipping.filter((one) => one.statutoryMissed).length,
        );
  const sum = slipping.length === 0 ? words.cards.moves : words.cards.slips(slipping.map(each).join(', '));
  return (
    <ComputedFigure sum={sum} refs={row.displaced.map((one) => projectRef(one.project))}>
      {text}
    </ComputedFigure>
  );
}

/** Staff and money that come on top of what there is: posts of the row, or what would keep the plan as it is. */
function Extra({ row }: { row: Row }) {
  const { t, f } = useLanguage();
  const words = t.alternatives;
  const [change] = row.changes;
  if (change?.kind === 'posts') {
    return (
      <ComputedFigure sum={words.cards.posts} refs={[teamRef(change.team)]}>
        {words.postsFrom(f.number(change.fte, 1), change.team, f.date(change.from))}
      </ComputedFigure>
    );
  }
  if (row.kind !== 'asked' || late(row).length === 0) return '–';
  if (row.extra === null) return words.notInHorizon;
  const teams = row.extra.teams.map(({ team, tenths }) => `${team} ${f.days(tenths)}\u00a0${t.units.personDays}`);
  const cents = row.extra.money.reduce((sum, one) => sum + one.cents, 0);
  const bound = (row.extra.authorisations ?? []).reduce((sum, one) => sum + one.cents, 0);
  const needs = [
    ...teams,
    ...(cents > 0 ? [t.paper.money(f.thousands(cents))] : []),
    ...(bound > 0 ? [`${t.why.kinds.commitments} ${t.paper.money(f.thousands(bound))}`] : []),
  ];
  if (needs.length === 0) return '–';
  return (
    <ComputedFigure sum={words.cards.extra} refs={row.extra.teams.map(({ team }) => teamRef(team))}>
      {words.insteadOfSlips(needs.join(', '))}
    </ComputedFigure>
  );
}

/** The columns of the ways side by side. Each figure leads to what it is computed from. */
export function alternativeColumns(
  { t, f }: Language,
  { candidate, modeName }: { candidate: string; modeName: (id: string) => string },
): Column<Row>[] {
  const words = t.alternatives;
  const own = projectRef(candidate);
  const day = (row: Row, field: 'start' | 'finish') =>
    row.dates ? (
      <ComputedFigure
        sum={words.cards.date(row.kind === 'asked', t.quality[row.quality])}
        refs={[own, ...row.changes.flatMap((one) => (one.kind === 'posts' ? [teamRef(one.team)] : []))]}
      >
        {f.date(row.dates[field])}
      </ComputedFigure>
    ) : (
      words.notInHorizon
    );
  const effort = (row: Row) => (
    <ComputedFigure
      sum={words.cards.effort(
        modeName(row.mode),
        row.effort.map(({ team, tenths }) => `${team} ${f.days(tenths)}`).join(', '),
      )}
      refs={[own, ...row.effort.map(({ team }) => teamRef(team))]}
    >
      {f.days(row.effort.reduce((sum, one) => sum + one.tenths, 0))}
    </ComputedFigure>
  );
  const costs = (row: Row) => (
    <ComputedFigure
      sum={words.cards.costs(
        modeName(row.mode),
        row.costs.map(({ budgetLine, cents }) => `${budgetLine} ${f.thousands(cents)}`).join(', '),
      )}
      refs={[own, ...row.costs.map(({ budgetLine }): RecordRef => ({ kind: 'budgetLine', id: budgetLine }))]}
    >
      {f.thousands(row.costs.reduce((sum, one) => sum + one.cents, 0))}
    </ComputedFigure>
  );
  return [
    {
      key: 'way',
      label: words.way,
      rowHeader: true,
      cell: (row) => (row.kind === 'partner' ? words.kinds.partner(modeName(row.mode)) : words.kinds[row.kind]),
    },
    { key: 'start', label: t.start, numeric: true, illustrative: true, cell: (row) => day(row, 'start') },
    { key: 'finish', label: words.finish, numeric: true, illustrative: true, cell: (row) => day(row, 'finish') },
    { key: 'slips', label: words.whatSlips, illustrative: true, cell: (row) => <Slips row={row} /> },
    { key: 'effort', label: words.effort, numeric: true, illustrative: true, cell: effort },
    { key: 'costs', label: words.costs, numeric: true, illustrative: true, cell: costs },
    { key: 'extra', label: words.extra, illustrative: true, cell: (row) => <Extra row={row} /> },
    { key: 'quality', label: t.paper.qualityShort, cell: (row) => t.quality[row.quality] },
  ];
}
