import type { Agenda, Text } from '../../agenda/index.ts';
import { type Assessment, date, number } from '../../council/index.ts';
import { table } from './layout.ts';
import type { Page } from './page.ts';
import { words } from './words.ts';

/** Rows of one table at most; the rest is counted and stands in the JSON. */
const MOST_ROWS = 12;

/** "What slips?": each way to start earlier in words, then project by project with weeks. */
export function renderTradeOffs(page: Page, { tradeOffTexts, answer }: Assessment, agenda: Agenda): void {
  if (tradeOffTexts.length === 0) return;
  page.title(words.tradeOffs);
  for (const [i, sentence] of tradeOffTexts.entries()) {
    page.item(`${i + 1}.`, page.sentence(sentence));
    const displaced = answer?.tradeOffs[i]?.displaced ?? [];
    if (displaced.length > 0) page.lines(displacedTable(page, displaced, agenda).map((line) => `   ${line}`));
  }
}

type Displaced = NonNullable<Assessment['answer']>['tradeOffs'][number]['displaced'];

function displacedTable(page: Page, displaced: Displaced, agenda: Agenda): string[] {
  const weeks = (count: number): string => (count === 0 ? '–' : `${page.say(number(count))} ${page.say(words.weeks)}`);
  const columns = [
    { title: page.say(words.project), grow: 1 },
    { title: page.say(words.moved), align: 'right' as const },
    { title: page.say(words.finish) },
    { title: page.say(words.deadline) },
    { title: page.say(words.late), align: 'right' as const },
  ];
  const rows = displaced.slice(0, MOST_ROWS).map((one) => {
    const project = agenda.projects.find(({ id }) => id === one.project);
    const name = `${project?.shortName ?? project?.name ?? ''} (${one.project})`.trim();
    const deadline = one.deadline ? page.say(date(one.deadline)) + (one.statutoryMissed ? ' §' : '') : '–';
    return [name, weeks(one.movedWeeks), page.say(date(one.finish)), deadline, weeks(one.lateWeeks)];
  });
  const lines = table(columns, rows, page.format.width - 3);
  const more = displaced.length - MOST_ROWS;
  return [
    ...lines,
    ...(more > 0 ? [page.say(moreRows(more))] : []),
    ...(displaced.some((one) => one.statutoryMissed) ? [page.say(words.byLaw)] : []),
  ];
}

function moreRows(count: number): Text {
  return { de: `und ${count} weitere (--json nennt alle)`, en: `and ${count} more (--json names all)` };
}
