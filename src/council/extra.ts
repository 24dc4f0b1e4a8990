import type { Text } from '../agenda/index.ts';
import type { RecordRef, Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { type Figure, figure } from './evidence.ts';
import { date, money, month, personDays } from './figures.ts';
import { list } from './grammar.ts';
import { teamName } from './records.ts';

/** What capacity would make the paper fit as asked while the plan stays as it is. */

/** What is added: a figure, and whose it is. Money needs no name. */
interface Item {
  name: string | Text;
  bound: Figure;
}

const AUTHORISATION: Text = { de: 'Verpflichtungsermächtigung von', en: 'commitment authorisation of' };

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
  const authorisations = (extra.authorisations ?? []).map(({ budgetLine, cents, years }) =>
    figure({
      key: `extra.authorisation:${budgetLine}`,
      value: money(cents),
      derivation: yearsText(years),
      refs: [{ kind: 'budgetLine', id: budgetLine, field: 'years' }, run],
      illustrative,
    }),
  );
  if (teams.length + lines.length + authorisations.length === 0) return null;
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
  const enough = sentenceOf(context, start, [
    ...teams,
    ...lines.map((bound) => ({ name: '', bound })),
    ...authorisations.map((bound) => ({ name: AUTHORISATION, bound })),
  ]);
  const least = leastSentence(context, run);
  return least ? { de: [...enough.de, ...least.de], en: [...enough.en, ...least.en] } : enough;
}

/** What no plan gets by without, if that was looked for and is more than nothing. */
function leastSentence({ ledger, agenda, figures }: Context, run: RecordRef): Sentence | null {
  const extra = figures?.answer.extra;
  if (!figures || !extra) return null;
  const derivation: Text = {
    de: 'Fehlt in jedem Plan, der alle Zusagen hält und so früh fertig wird, was sonst auch rückt oder dazukommt; durch ein geprüftes Zertifikat bewiesen',
    en: 'Missing in every plan that keeps all promises and finishes as early, whatever else moves or is added; proven by a checked certificate',
  };
  const bound = (key: string, value: Text): Figure =>
    figure({ key, value, derivation, refs: [run], illustrative: figures.illustrative });
  const teams = extra.teams.flatMap(({ team, atLeastTenths }) => {
    const record = agenda.teams.find((one) => one.id === team);
    const name = record ? teamName(record) : team;
    return atLeastTenths ? [{ name, bound: bound(`extra.least:${team}`, personDays(atLeastTenths)) }] : [];
  });
  const lines = extra.money.flatMap(({ budgetLine, atLeastCents }) =>
    atLeastCents ? [{ name: '', bound: bound(`extra.leastMoney:${budgetLine}`, money(atLeastCents)) }] : [],
  );
  const items = [...teams, ...lines];
  if (items.length === 0) return null;
  const { de, en } = ledger;
  const joined = joinedItems(ledger, items);
  return {
    de: de` Auch wenn anderes rückt, fehlen mindestens ${joined.de}.`,
    en: en` Even if others move, at least ${joined.en} are missing.`,
  };
}

function yearsText(years: readonly { year: number; cents: number }[]): Text {
  const each = (language: 'de' | 'en'): string =>
    list(
      years.map(({ year, cents }) => `${year}: ${money(cents)[language]}`),
      language,
    );
  return { de: each('de'), en: each('en') };
}

function sentenceOf({ ledger }: Context, start: Figure, items: readonly Item[]): Sentence {
  const { de, en } = ledger;
  const joined = joinedItems(ledger, items);
  return {
    de: de`Für einen Beginn am ${start}, ohne den bestehenden Plan zu ändern, würden zusätzlich genügen: ${joined.de}.`,
    en: en`For a start on ${start} without changing the plan as it is, it would suffice to add: ${joined.en}.`,
  };
}

function joinedItems({ de, en }: Context['ledger'], items: readonly Item[]): Sentence {
  const glue = (index: number): string => (index === 0 ? '' : ', ');
  return {
    de: items.flatMap(({ name, bound }, index) => de`${glue(index)}${nameIn(name, 'de')}${bound}`),
    en: items.flatMap(({ name, bound }, index) => en`${glue(index)}${nameIn(name, 'en')}${bound}`),
  };
}

function nameIn(name: string | Text, language: 'de' | 'en'): string {
  const own = typeof name === 'string' ? name : name[language];
  return own === '' ? '' : `${own} `;
}
