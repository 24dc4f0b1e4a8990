import type { Agenda, Text } from '../../agenda/index.ts';
import { type Assessment, date, month, number } from '../../council/index.ts';
import { table } from './layout.ts';
import type { Page } from './page.ts';
import { words } from './words.ts';

type Extra = NonNullable<NonNullable<Assessment['answer']>['extra']>;

/** Columns of numbers that fit beside the month on a narrow terminal. */
const TEAMS_A_TABLE = 6;

/** Capacity that makes it fit while everything else stays: person-days by team and month, money by year. */
export function renderExtra(page: Page, { answer }: Assessment, agenda: Agenda): void {
  const extra = answer?.extra;
  const authorisations = extra?.authorisations ?? [];
  if (!extra || extra.teams.length + extra.money.length + authorisations.length === 0) return;
  const span = `${page.say(date(extra.start))} – ${page.say(date(extra.finish))}`;
  page.title(words.extra, `: ${page.say(words.extraStart)} ${span}`);
  for (let i = 0; i < extra.teams.length; i += TEAMS_A_TABLE) {
    if (i > 0) page.lines(['']);
    page.lines(teamTable(page, extra.teams.slice(i, i + TEAMS_A_TABLE), agenda));
  }
  if (extra.money.length > 0) page.lines(['', ...moneyTable(page, words.money, extra.money, agenda)]);
  if (authorisations.length > 0) page.lines(['', ...moneyTable(page, words.authorisation, authorisations, agenda)]);
  const bounded = extra.atLeastTenths !== undefined || extra.money.some((line) => line.atLeastCents !== undefined);
  if (!bounded) return;
  if (extra.avoidable) {
    page.faint(page.say(words.avoidable));
    return;
  }
  const all = extra.teams.length > 1 && extra.atLeastTenths ? page.say(words.allTeams(extra.atLeastTenths)) : '';
  page.faint(`${page.say(words.atLeastMeaning)} ${all}`.trimEnd());
}

function teamTable(page: Page, teams: Extra['teams'], agenda: Agenda): string[] {
  const months = [...new Set(teams.flatMap((team) => team.months.map((one) => one.month)))].sort();
  const short = (id: string): string => agenda.teams.find((team) => team.id === id)?.shortName ?? id;
  const columns = [
    { title: page.say(words.month) },
    ...teams.map((team) => ({ title: short(team.team), align: 'right' as const })),
  ];
  const cell = (tenths: number | undefined): string => (tenths ? page.say(number(tenths / 10, 1)) : '–');
  const rows = months.map((one) => [
    page.say(month(one)),
    ...teams.map((team) => cell(team.months.find((entry) => entry.month === one)?.tenths)),
  ]);
  const totals = [[page.say(words.sum), ...teams.map((team) => cell(team.tenths))]];
  if (teams.some((team) => team.atLeastTenths !== undefined))
    totals.push([page.say(words.atLeast), ...teams.map((team) => cell(team.atLeastTenths))]);
  return [page.say(words.personDays), ...table(columns, [...rows, ...totals], page.format.width)];
}

function moneyTable(page: Page, title: Text, lines: Extra['money'], agenda: Agenda): string[] {
  const bounded = lines.some((line) => line.atLeastCents !== undefined);
  const years = [...new Set(lines.flatMap((line) => line.years.map((one) => one.year)))].sort((a, b) => a - b);
  const columns = [
    { title: page.say(title), grow: 1 },
    ...years.map((year) => ({ title: String(year), align: 'right' as const })),
    { title: page.say(words.sum), align: 'right' as const },
    ...(bounded ? [{ title: page.say(words.atLeast), align: 'right' as const }] : []),
  ];
  const thousands = (cents: number): string => (cents === 0 ? '–' : page.say(number(cents / 100_000, 1)));
  const rows = lines.map((line) => [
    agenda.budgetLines.find((one) => one.id === line.budgetLine)?.name ?? line.budgetLine,
    ...years.map((year) => thousands(line.years.find((one) => one.year === year)?.cents ?? 0)),
    thousands(line.cents),
    ...(bounded ? [thousands(line.atLeastCents ?? 0)] : []),
  ]);
  return [page.say(words.inThousand), ...table(columns, rows, page.format.width)];
}
