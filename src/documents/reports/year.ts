import { type Paper, type ResolutionLight, resolutionProgress } from '../../council/index.ts';
import type { OfficialDocument, Part } from '../model.ts';
import { OUTCOME_WORDS } from './faction.ts';
import {
  approvedFinishes,
  counted,
  day,
  heading,
  list,
  paragraph,
  type ReportFacts,
  type ReportOptions,
  report,
  table,
} from './facts.ts';
import { LIGHT_WORDS, promiseRows } from './resolutions.ts';

/** What became of the resolutions of a year: how many are done, which are not, and what was promised. */
export function yearOverview(facts: ReportFacts, options: ReportOptions): OfficialDocument {
  const year = String(options.year ?? facts.today.slice(0, 4));
  const finishes = approvedFinishes(facts);
  const resolutions = facts.resolutions
    .filter((one) => one.on.startsWith(year) && (options.body === undefined || one.body === options.body))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((one) => ({ one, light: resolutionProgress(one, finishes, facts.today).light }));
  const rows = resolutions.map(({ one, light }) => [
    one.reference,
    one.name,
    `${one.body}, ${day(one.on)}`,
    LIGHT_WORDS[light],
    one.report?.text ?? '–',
  ]);
  const columns = [
    ['Nr.', 14],
    ['Gegenstand', 32],
    ['beschlossen', 22],
    ['Stand', 18],
    ['Bericht', 26],
  ] as const;
  const frame = {
    title: `Was aus den Beschlüssen ${year} wurde`,
    about: `Jahresübersicht ${year}`,
    body: options.body,
  };
  return report(facts, frame, [
    heading('Überblick'),
    paragraph(
      sentence(
        resolutions.map(({ light }) => light),
        year,
      ),
    ),
    ...notFollowedUp(facts, year, options.body),
    heading('Beschlüsse'),
    table(`Beschlüsse ${year}`, columns, rows, `Aus dem Jahr ${year} wird kein Beschluss verfolgt.`),
    heading('Anträge und Anfragen'),
    ...paperParts(facts.papers, year),
    heading('Zusagen der Verwaltung'),
    ...promises(facts),
  ]);
}

function sentence(lights: readonly ResolutionLight[], year: string): string {
  if (lights.length === 0) return `Für ${year} wird noch kein Beschluss verfolgt.`;
  const parts = (Object.keys(LIGHT_WORDS) as ResolutionLight[]).flatMap((light) => {
    const count = lights.filter((one) => one === light).length;
    return count > 0 ? [`${count} ${LIGHT_WORDS[light]}`] : [];
  });
  return `${counted(lights.length, 'Beschluss', 'Beschlüsse')} im Jahr ${year}: ${parts.join(', ')}.`;
}

/** Papers that were adopted in the year, and whose resolution nobody follows up. */
function notFollowedUp({ papers, resolutions }: ReportFacts, year: string, body: string | undefined): Part[] {
  const followed = new Set(resolutions.flatMap((one) => [one.paper, one.reference]));
  const left = papers.filter(
    (one) =>
      one.outcome?.result === 'adopted' &&
      belongsTo(one, year) &&
      (body === undefined || one.consultations.some((other) => other.body === body)) &&
      !followed.has(one.id) &&
      !followed.has(one.reference),
  );
  if (left.length === 0) return [];
  const names = left.map((one) => one.reference).join(', ');
  return [
    paragraph(
      left.length === 1
        ? `Nach dem Register ist ein Papier beschlossen, dessen Umsetzung hier nicht verfolgt wird: ${names}.`
        : `Nach dem Register sind ${left.length} Papiere beschlossen, deren Umsetzung hier nicht verfolgt wird: ${names}.`,
    ),
  ];
}

/** By receipt, else by the day of its outcome, else by its number. */
const belongsTo = (paper: Paper, year: string): boolean =>
  (paper.receivedOn ?? paper.outcome?.on ?? paper.reference).includes(year);

/** Papers that came in or were decided in the year, by kind of outcome. */
function paperParts(papers: readonly Paper[], year: string): Part[] {
  const own = papers.filter((one) => belongsTo(one, year));
  const groups = Map.groupBy(own, (one) => one.outcome?.result ?? 'open');
  const lines = [...groups].map(
    ([result, members]) =>
      `${OUTCOME_WORDS[result]} (${members.length}): ${members.map((one) => `${one.reference} ${one.name}`).join('; ')}`,
  );
  return lines.length > 0 ? list(lines.sort()) : [paragraph(`Aus dem Jahr ${year} ist kein Papier erfasst.`)];
}

function promises(facts: ReportFacts): Part[] {
  const states = promiseRows(facts).map((row) => row[3] ?? '');
  const groups = [...Map.groupBy(states, (state) => state)].map(([state, all]) => `${state} (${all.length})`);
  if (groups.length === 0) return [paragraph('Es ist keine Zusage erfasst.')];
  return [paragraph(`${counted(states.length, 'Zusage', 'Zusagen')} aus allen Jahren: ${groups.join(', ')}.`)];
}
