import { type Agenda, monthOf, type Project } from '../../agenda/index.ts';
import { date, money, number, percent, personDays } from '../../council/index.ts';
import type { Curve, CurvePoint, Risk, Worth } from '../../planning/index.ts';
import { table } from './layout.ts';
import { type Format, Page } from './page.ts';
import { questionWords as words } from './question-words.ts';

const right = { align: 'right' as const };

/** Deadline against extra capacity: one row per month of the end, the whole curve is in the JSON. */
export function renderCurve(agenda: Agenda, candidate: Project, curve: Curve, format: Format): string {
  const page = new Page(format);
  page.strong(`${candidate.name} · ${agenda.city.name}`);
  page.title(words.curve);
  page.paragraph(page.say(words.curveMeaning));
  const { untouched } = curve;
  page.paragraph(
    untouched
      ? `${page.say(words.untouched)}: ${page.say(date(untouched.start))} – ${page.say(date(untouched.finish))}`
      : page.say(words.nowhere),
  );
  const columns = [
    { title: page.say(words.start) },
    { title: page.say(words.finish) },
    { title: page.say(words.days), ...right },
    { title: page.say(words.money), ...right },
    { title: page.say(words.teams), grow: 1 },
  ];
  const rows = firstOfEachMonth(curve.points).map((point) => [
    page.say(date(point.start)),
    page.say(date(point.finish)),
    page.say(number(Math.ceil(point.tenths / 10))),
    page.say(money(point.cents)),
    point.teams.map((team) => `${team.team} ${page.say(personDays(team.tenths))}`).join(', '),
  ]);
  page.lines(['', ...table(columns, rows, page.format.width)]);
  return page.toString();
}

function firstOfEachMonth(points: readonly CurvePoint[]): CurvePoint[] {
  return points.filter(
    (point, i) => i === points.length - 1 || monthOf(point.finish) !== monthOf(points[i - 1]?.finish ?? '0000-00-00'),
  );
}

/** What one more post or more money does, best first. */
export function renderWorth(agenda: Agenda, worth: Worth, format: Format): string {
  const page = new Page(format);
  page.strong(`${agenda.name} · ${agenda.city.name}`);
  page.title(words.worth);
  page.paragraph(page.say(words.worthMeaning));
  const names = new Map([...agenda.teams, ...agenda.budgetLines].map(({ id, name }) => [id, name]));
  const columns = [
    { title: page.say(words.what), grow: 2 },
    { title: page.say(words.perYear), ...right },
    { title: page.say(words.statutory), ...right },
    { title: page.say(words.promised), ...right },
    { title: page.say(words.value), ...right },
    { title: page.say(words.projects), grow: 1 },
  ];
  const rows = worth.rows.map((row) => [
    names.get(row.team ?? row.budgetLine ?? '') ?? '',
    row.costCentsPerYear === null ? '–' : page.say(money(row.costCentsPerYear)),
    page.say(number(row.statutoryWeeksGained)),
    page.say(number(row.promisedWeeksGained)),
    `${page.say(number(row.valuePermille))} ‰`,
    row.projects
      .slice(0, 3)
      .map(({ project }) => project)
      .join(', '),
  ]);
  page.lines(['', ...table(columns, rows, page.format.width)]);
  page.faint(page.say(words.worthLegend));
  return page.toString();
}

/** Dates of the projects with deadlines, the least sure first. */
export function renderRisk(agenda: Agenda, risk: Risk, format: Format): string {
  const page = new Page(format);
  page.strong(`${agenda.name} · ${agenda.city.name}`);
  page.title(words.risk);
  const { shortestPercent, longestPercent } = risk.spread;
  const all = page.say(percent(risk.allStatutoryMetPermille / 10));
  page.paragraph(
    page.say({
      de: `${risk.runs} Verläufe. Annahme, solange nichts Genaueres bekannt ist: Jede Phase dauert zwischen ${shortestPercent} und ${longestPercent} % der geplanten Zeit, am ehesten die geplante; Geld wird nicht betrachtet.`,
      en: `${risk.runs} courses. Assumption as long as nothing better is known: each phase takes between ${shortestPercent} and ${longestPercent} % of the planned time, most likely the planned one; money is not looked at.`,
    }),
  );
  page.strong(
    page.say({
      de: `Alle gesetzlichen Fristen zusammen werden in ${all} der Verläufe gehalten.`,
      en: `All statutory deadlines together are met in ${all} of the courses.`,
    }),
  );
  const names = new Map(agenda.projects.map(({ id, name, shortName }) => [id, shortName ?? name]));
  const columns = [
    {},
    { title: page.say(words.project), grow: 1 },
    { title: page.say(words.planned) },
    { title: page.say(words.half) },
    { title: page.say(words.nine) },
    { title: page.say(words.deadline) },
    { title: page.say(words.met), ...right },
  ];
  const rows = risk.projects
    .flatMap((row) => row.deadlines.map((deadline) => ({ row, deadline })))
    .sort((a, b) => a.deadline.metPermille - b.deadline.metPermille || (a.row.project < b.row.project ? -1 : 1))
    .map(({ row, deadline }) => [
      row.project,
      names.get(row.project) ?? '',
      page.say(date(row.plannedFinish)),
      page.say(date(row.finish50)),
      page.say(date(row.finish90)),
      `${page.say(date(deadline.on))}${deadline.statutory ? ' §' : ''}`,
      page.say(percent(deadline.metPermille / 10)),
    ]);
  page.lines(['', ...table(columns, rows, page.format.width)]);
  return page.toString();
}
