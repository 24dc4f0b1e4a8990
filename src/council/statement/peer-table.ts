import { type PeerCity, provenanceOf } from '../../agenda/index.ts';
import type { Run, StatementTable } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure, origin, sourceOf } from '../evidence.ts';
import { date, number } from '../figures.ts';
import { count, NOUNS } from '../grammar.ts';
import { openProjects } from '../plan-inputs.ts';

type Fact = PeerCity['facts'][number];

/** What can be set side by side; the words of the source say what a number of euros or projects means. */
const COLUMNS = [
  { topic: 'population', head: 'Einwohner' },
  { topic: 'size', head: 'Umfang' },
  { topic: 'money', head: 'Mittel' },
] as const;

/** A fact that stands in the table and not in the text: one with a number under a head that there is. */
export const isTabular = ({ topic, value }: Fact): boolean =>
  value !== undefined && COLUMNS.some((column) => column.topic === topic);

/** Own and other cities side by side, each number with its day; null if no other city has one. */
export function peerTable(
  context: Context,
  cities: readonly { peer: PeerCity; facts: readonly Fact[] }[],
): StatementTable | null {
  const numbers = cities.map(({ peer, facts }) => ({ peer, facts: facts.filter(isTabular) }));
  const shown = numbers.filter(({ facts }) => facts.length > 0);
  const columns = COLUMNS.filter(({ topic }) => shown.some(({ facts }) => facts.some((fact) => fact.topic === topic)));
  if (columns.length === 0) return null;
  const { de } = context.ledger;
  const own = ownFigures(context);
  const cell = (of: readonly { value: Figure; on: string }[]): Run[] =>
    of.flatMap(({ value, on }, index) => de`${index > 0 ? '; ' : ''}${value} (Stand ${date(on)})`);
  const dash = (runs: Run[]): Run[] => (runs.length > 0 ? runs : de`–`);
  return {
    caption: 'Vergleichsstädte nebeneinander, mit dem Stand der jeweiligen Quelle',
    columns: ['Stadt', ...columns.map(({ head }) => head)],
    rows: [
      [de`${context.agenda.city.name}`, ...columns.map(({ topic }) => dash(cell(own[topic])))],
      ...shown.map(({ peer, facts }) => [
        de`${peer.name}`,
        ...columns.map(({ topic }) => {
          const here = facts.filter((fact) => fact.topic === topic);
          return dash(cell(here.map((fact) => ({ value: peerFigure(context, peer, fact), on: fact.asOf }))));
        }),
      ]),
    ],
  };
}

/** What the city knows of itself on the day of the examination. */
function ownFigures({
  agenda,
  asOf,
}: Context): Record<(typeof COLUMNS)[number]['topic'], { value: Figure; on: string }[]> {
  const { city } = agenda;
  const known = city.population.filter(({ on }) => on <= asOf).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  const projects = openProjects(agenda);
  const population = known && {
    on: known.on,
    value: figure({
      key: `city:population:${known.on}`,
      value: number(known.value),
      derivation: { de: `Einwohner am ${date(known.on).de}`, en: `inhabitants on ${date(known.on).en}` },
      refs: [{ kind: 'city', id: city.id, field: 'population' }],
      ...(known.source
        ? { provenance: 'sourced', source: sourceOf(agenda, known.source) }
        : origin(agenda, provenanceOf(city, 'population'))),
    }),
  };
  const size = {
    on: asOf,
    value: figure({
      key: 'city:openProjects',
      value: count(projects.length, NOUNS.project),
      derivation: {
        de: 'Vorhaben der Agenda, die nicht beendet sind',
        en: 'projects of the agenda that have not ended',
      },
      refs: [{ kind: 'city', id: city.id }],
    }),
  };
  return { population: population ? [population] : [], size: projects.length > 0 ? [size] : [], money: [] };
}

/** A fact about another city, in the words of its source. */
export function peerFigure({ agenda }: Context, peer: PeerCity, fact: Fact): Figure {
  const words = fact.text.replace(/\.$/, '');
  const source = sourceOf(agenda, fact.source);
  const short = shortened(peer, words);
  return figure({
    key: `peer:${peer.id}:${fact.id}`,
    value: { de: short, en: short },
    derivation: {
      de: short === words ? `Stand ${date(fact.asOf).de}` : `${words}; Stand ${date(fact.asOf).de}`,
      en: short === words ? `as of ${date(fact.asOf).en}` : `${words}; as of ${date(fact.asOf).en}`,
    },
    refs: [{ kind: 'peerCity', id: peer.id, field: fact.id }],
    provenance: source ? 'sourced' : 'unknown',
    source,
  });
}

/** `rund 620.000` of "Düsseldorf hat rund 620.000 Einwohner": in the table, city and head say the rest. */
function shortened({ name }: PeerCity, words: string): string {
  const [start, end] = [`${name} hat `, ' Einwohner'];
  return words.startsWith(start) && words.endsWith(end) ? words.slice(start.length, -end.length) : words;
}
