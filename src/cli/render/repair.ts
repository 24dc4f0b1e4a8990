import type { Agenda } from '../../agenda/index.ts';
import { date, number } from '../../council/index.ts';
import type { Repair } from '../../planning/index.ts';
import { table } from './layout.ts';
import { type Format, Page } from './page.ts';
import { keptWords, questionWords as words } from './question-words.ts';

/** The plan after a change: what is kept, what moves. */
export function renderRepair(agenda: Agenda, repair: Repair, format: Format): string {
  const page = new Page(format);
  page.strong(`${agenda.name} · ${agenda.city.name}`);
  page.title(words.repair);
  page.paragraph(page.say(keptWords[repair.kept]));
  if (repair.moved.length === 0) page.paragraph(page.say(words.nothingMoves));
  else page.faint(page.say(words.bestFound));
  if (repair.moved.length === 0) return page.toString();
  const names = new Map(agenda.projects.map(({ id, name, shortName }) => [id, shortName ?? name]));
  const right = { align: 'right' as const };
  const columns = [
    {},
    { title: page.say(words.project), grow: 1 },
    { title: page.say(words.before) },
    { title: page.say(words.finish) },
    { title: page.say(words.weeks), ...right },
    { title: page.say(words.late), ...right },
  ];
  const rows = repair.moved.map((one) => [
    one.project,
    names.get(one.project) ?? '',
    one.previousFinish ? page.say(date(one.previousFinish)) : '–',
    page.say(date(one.finish)),
    page.say(number(one.movedWeeks)),
    one.lateWeeks > 0 ? `${page.say(number(one.lateWeeks))}${one.statutoryMissed ? ' §' : ''}` : '',
  ]);
  page.title(words.moved);
  page.lines(table(columns, rows, page.format.width));
  return page.toString();
}
