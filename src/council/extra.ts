import type { Text } from '../agenda/index.ts';
import type { RecordRef, Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { type Figure, figure } from './evidence.ts';
import { date, money, month, personDays } from './figures.ts';
import { list } from './grammar.ts';
import { teamName } from './records.ts';

/** What capacity would make the paper fit as asked while the plan stays as it is. */

interface Months {
  month: string;
  tenths: number;
}

function monthsText(months: readonly Months[]): Text {
  const each = (language: 'de' | 'en'): string =>
    list(
      months.map((one) => `${month(`${one.month}-01`)[language]}: ${personDays(one.tenths)[language]}`),
      language,
    );
  return { de: each('de'), en: each('en') };
}

/** Days per team and euros, each with its months or years on the evidence card; null if nothing is needed or known. */
export function extraSentence(context: Context): Sentence | null {
  const { agenda, figures, candidate } = context;
  const extra = figures?.answer.extra;
  if (!figures || !extra || !candidate) return null;
  const { illustrative } = figures;
  const run: RecordRef = { kind: 'planRun', id: candidate.id, field: 'extra' };
  const teams = extra.teams.map(({ team, tenths, months }): { name: string; bound: Figure } => {
    const record = agenda.teams.find((one) => one.id === team);
    const bound = figure({
      key: `extra.team:${team}`,
      value: personDays(tenths),
      derivation: monthsText(months),
      refs: [{ kind: 'team', id: team, field: 'capacity' }, run],
      illustrative,
    });
    return { name: record ? teamName(record) : team, bound };
  });
  const lines = extra.money.map(({ budgetLine, cents, years }) =>
    figure({
      key: `extra.money:${budgetLine}`,
      value: money(cents),
      derivation: yearsText(years),
      refs: [{ kind: 'budgetLine', id: budgetLine, field: 'years' }, run],
      illustrative,
    }),
  );
  if (teams.length + lines.length === 0) return null;
  const start = figure({
    key: 'extra.start',
    value: date(extra.start),
    derivation: {
      de: 'Beginn, für den der Zusatzbedarf gerechnet ist',
      en: 'start for which the extra need is computed',
    },
    refs: [run],
    illustrative,
  });
  return sentenceOf(context, start, teams, lines);
}

function yearsText(years: readonly { year: number; cents: number }[]): Text {
  const each = (language: 'de' | 'en'): string =>
    list(
      years.map(({ year, cents }) => `${year}: ${money(cents)[language]}`),
      language,
    );
  return { de: each('de'), en: each('en') };
}

function sentenceOf(
  { ledger }: Context,
  start: Figure,
  teams: readonly { name: string; bound: Figure }[],
  lines: readonly Figure[],
): Sentence {
  const { de, en } = ledger;
  const glue = (index: number): string => (index === 0 ? '' : ', ');
  const items = [...teams, ...lines.map((bound) => ({ name: '', bound }))];
  const joined = {
    de: items.flatMap(({ name, bound }, index) => de`${glue(index)}${name === '' ? '' : `${name} `}${bound}`),
    en: items.flatMap(({ name, bound }, index) => en`${glue(index)}${name === '' ? '' : `${name} `}${bound}`),
  };
  return {
    de: de`Für einen Beginn am ${start}, ohne den bestehenden Plan zu ändern, würden zusätzlich genügen: ${joined.de}.`,
    en: en`For a start on ${start} without changing the plan as it is, it would suffice to add: ${joined.en}.`,
  };
}
