import type { Agenda, Text } from '../../agenda/index.ts';
import { date, money, number, personDays } from '../../council/index.ts';
import type { Shortages, WhyNot, WhyNotFact, WhyNotRepair } from '../../planning/index.ts';
import { item, table } from './layout.ts';
import { type Format, Page } from './page.ts';
import { whyNotWords as words } from './why-not-words.ts';

/** Deadlines that the plan misses, why one of them cannot be met as far as that is proven, and ways out. */
export function renderWhyNot(agenda: Agenda, result: WhyNot, asked: string | null, format: Format): string {
  const page = new Page(format);
  page.strong(`${agenda.name} · ${agenda.city.name}`);
  page.title(words.missed);
  if (result.missed.length === 0) page.paragraph(page.say(words.nothingMissed));
  else page.lines(missedTable(page, result));
  if (result.project === null || result.deadline === null) {
    if (asked !== null && result.missed.length > 0) page.paragraph(page.say(words.notMissed(asked)));
    return page.toString();
  }
  page.title(result.conflict ? words.why : words.whether, `: ${result.project}, ${page.say(date(result.deadline))}`);
  conflictLines(page, agenda, result);
  page.title(words.ways);
  page.paragraph(page.say(words.waysMeaning));
  for (const repair of result.repairs) {
    page.lines(item('·', page.say(repairText(repair, agenda)), page.format.width));
  }
  return page.toString();
}

function missedTable(page: Page, { missed }: WhyNot): string[] {
  const columns = [
    { title: page.say(words.project), grow: 1 },
    { title: page.say(words.deadline) },
    {},
    { title: page.say(words.finish) },
    { title: page.say(words.late), align: 'right' as const },
  ];
  const rows = missed.map(({ project, deadline, statutory, finish, lateWeeks }) => [
    project,
    page.say(date(deadline)),
    statutory ? '§' : '',
    page.say(date(finish)),
    page.say(number(lateWeeks)),
  ]);
  return table(columns, rows, page.format.width);
}

function conflictLines(page: Page, agenda: Agenda, { project, conflict, otherFinish }: WhyNot): void {
  if (conflict === null) {
    page.paragraph(page.say(otherFinish ? words.possible(project ?? '', date(otherFinish)) : words.open));
    return;
  }
  if (conflict.facts.length === 0) page.paragraph(page.say(words.byItself));
  else page.paragraph(page.say(words.together));
  for (const { kind, ids } of conflict.facts) {
    const names = ids.map((id) => nameOf(agenda, kind, id)).join(', ');
    const text = { de: words.facts[kind].de(names), en: words.facts[kind].en(names) };
    page.lines(item('·', page.say(text), page.format.width));
    for (const shortage of shortageTexts(kind, agenda, conflict.shortages)) page.paragraph(page.say(shortage));
  }
  const checked = conflict.verified ? words.verified : words.notVerified;
  page.faint(`${page.say(words.proof[conflict.proof])} ${conflict.facts.length > 0 ? page.say(checked) : ''}`.trim());
}

/** What is certainly too little, in figures, for the facts about teams and about money. */
function shortageTexts(kind: WhyNotFact['kind'], agenda: Agenda, { teams, money: lines }: Shortages): Text[] {
  if (kind === 'teamCapacity') {
    return teams.map(({ team, from, until, neededTenths, availableTenths, projects }) => {
      const name = nameOf(agenda, kind, team);
      const [first, last, needed, available] = [
        date(from),
        date(until),
        personDays(neededTenths),
        personDays(availableTenths),
      ];
      const who = projects.join(', ');
      return {
        de: `${name} ist voll: Vom ${first.de} bis zum ${last.de} brauchen ${who} mindestens ${needed.de}, da sind ${available.de}.`,
        en: `${name} is full: from ${first.en} to ${last.en} ${who} need at least ${needed.en}; there are ${available.en}.`,
      };
    });
  }
  if (kind !== 'budget') return [];
  return lines.map(({ budgetLine, until, neededCents, availableCents, projects }) => {
    const name = nameOf(agenda, kind, budgetLine);
    const [last, needed, available] = [date(until), money(neededCents), money(availableCents)];
    const who = projects.join(', ');
    return {
      de: `${name}: Bis zum ${last.de} brauchen ${who} mindestens ${needed.de}, da sind ${available.de}.`,
      en: `${name}: by ${last.en} ${who} need at least ${needed.en}; there are ${available.en}.`,
    };
  });
}

/** Teams and lines by name; projects by their key, as everywhere in a plan. */
function nameOf({ teams, budgetLines }: Agenda, kind: string, id: string): string {
  if (kind === 'teamCapacity') return teams.find((team) => team.id === id)?.name ?? id;
  if (kind === 'budget' || kind === 'commitments') return budgetLines.find((line) => line.id === id)?.name ?? id;
  return id;
}

function repairText(repair: WhyNotRepair, agenda: Agenda): Text {
  switch (repair.kind) {
    case 'later': {
      const finish = date(repair.finish);
      return {
        de: `Frist auf den ${finish.de} legen (${repair.weeks} Wochen später).`,
        en: `Move the deadline to ${finish.en} (${repair.weeks} weeks later).`,
      };
    }
    case 'withdraw':
      return { de: `${repair.project} zurückziehen.`, en: `Withdraw ${repair.project}.` };
    case 'capacity': {
      const { authorisations = [] } = repair;
      const parts = (language: 'de' | 'en'): string =>
        [
          ...repair.teams.map(
            ({ team, tenths }) => `${nameOf(agenda, 'teamCapacity', team)} ${personDays(tenths)[language]}`,
          ),
          ...repair.money.map(
            ({ budgetLine, cents }) => `${nameOf(agenda, 'budget', budgetLine)} ${money(cents)[language]}`,
          ),
          ...authorisations.map(({ budgetLine, cents }) => {
            const name = `${nameOf(agenda, 'commitments', budgetLine)} ${money(cents)[language]}`;
            return language === 'de' ? `Verpflichtungsermächtigung ${name}` : `commitment authorisation ${name}`;
          }),
        ].join(', ');
      if (repair.teams.length + repair.money.length + authorisations.length === 0) return words.roomAtLatest;
      return { de: `Zusätzlich bereitstellen: ${parts('de')}.`, en: `Add: ${parts('en')}.` };
    }
  }
}
