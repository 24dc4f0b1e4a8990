import type { Agenda } from '../../agenda/index.ts';
import { type Assessment, date } from '../../council/index.ts';
import { renderExtra } from './extra.ts';
import { table } from './layout.ts';
import { type Format, Page } from './page.ts';
import { renderTradeOffs } from './trade-offs.ts';
import { kinds, stateMarks, words } from './words.ts';

/**
 * The answer to a council paper for a terminal: the verdict first, then what it rests on.
 *
 * @param agenda names of teams, projects and budget lines are taken from it
 */
export function renderAnswer(assessment: Assessment, agenda: Agenda, format: Format): string {
  const page = new Page(format);
  head(page, assessment);
  dimensions(page, assessment);
  earliest(page, assessment);
  list(
    page,
    words.why,
    assessment.reasons.map((one) => page.sentence(one)),
    true,
  );
  renderTradeOffs(page, assessment, agenda);
  list(
    page,
    words.measures,
    assessment.measureTexts.map((one) => page.sentence(one)),
    true,
  );
  renderExtra(page, assessment, agenda);
  checks(page, assessment);
  points(page, assessment);
  quality(page, assessment);
  list(
    page,
    words.assumptions,
    assessment.assumptions.map((one) => page.sentence(one)),
  );
  evidence(page, assessment);
  return page.toString();
}

function head(page: Page, { paper, city, asOf, verdict, answer }: Assessment): void {
  page.strong(`${paper.reference} · ${paper.name}`);
  const names = paper.originators.map((one) => one.name);
  const facts = [page.say(kinds[paper.kind]), ...names, city.name, `${page.say(words.asOf)} ${page.say(date(asOf))}`];
  page.faint(facts.join(' · '));
  page.lines(['']);
  if (answer && !answer.engine.complete) {
    page.strong(page.say(words.incomplete));
    page.lines(['']);
  }
  const day = verdict.lookAgainOn ? `: ${page.say(date(verdict.lookAgainOn))}` : '';
  page.paragraph(`${page.say(verdict.label)}${day}`);
  page.strong(page.sentence(verdict.headline));
  page.paragraph(page.sentence(verdict.summary));
}

function dimensions(page: Page, { verdict }: Assessment): void {
  if (verdict.dimensions.length === 0) return;
  const { paint, width } = page.format;
  const columns = [
    { title: page.say(words.dimension) },
    { title: page.say(words.state) },
    { title: page.say(words.need), grow: 2 },
    { title: page.say(words.free), grow: 3 },
    { title: page.say(words.binding), grow: 3 },
  ];
  const rows = verdict.dimensions.map((one) => {
    const { mark, tone } = stateMarks[one.state];
    const cells = [one.need, one.free, one.binding].map((cell) => page.sentence(cell));
    return [page.say(words[one.dimension]), paint[tone](`${mark} ${page.say(one.word)}`), ...cells];
  });
  page.lines(['', ...table(columns, rows, width)]);
}

/** The three nested senses of "earliest", always named. */
function earliest(page: Page, { answer, quality: known }: Assessment): void {
  if (!answer) return;
  page.title(words.earliest);
  const columns = [
    { title: page.say(words.sense) },
    { title: page.say(words.start) },
    { title: page.say(words.finish) },
    { title: page.say(words.quality), grow: 1 },
  ];
  const rows = (['untouched', 'kept', 'displacing'] as const).map((sense) => {
    const placement = answer[sense];
    const name = page.say(words[sense]);
    const how = known.find((one) => page.say(one.subject) === name);
    const quality = how ? page.say(how.text) : '';
    if (!placement) return [name, '–', '–', quality || page.say(words.noStart)];
    return [name, page.say(date(placement.start)), page.say(date(placement.finish)), quality];
  });
  page.lines(table(columns, rows, page.format.width));
  page.faint(
    (['untouched', 'kept', 'displacing'] as const)
      .map((sense) => `${page.say(words[sense])}: ${page.say(words[`${sense}Meaning`])}`)
      .join(' · '),
  );
}

function list(page: Page, title: (typeof words)['why'], texts: readonly string[], numbered = false): void {
  if (texts.length === 0) return;
  page.title(title);
  for (const [i, text] of texts.entries()) page.item(numbered ? `${i + 1}.` : '–', text);
}

function checks(page: Page, assessment: Assessment): void {
  if (assessment.checks.length === 0) return;
  page.title(words.checks);
  for (const one of assessment.checks) {
    const decided = one.decision?.decision;
    const mark = decided === 'notMet' ? '■' : decided ? '●' : '○';
    const state = page.say(decided ? words[decided] : words.open);
    page.item(mark, `${state}: ${page.say(one.question)} (${one.paragraph})`);
    const by = one.decision ? `${one.decision.reason} (${one.decision.by}, ${page.say(date(one.decision.on))})` : null;
    page.item(' ', by ?? page.say(one.hint));
  }
}

/** Each point with where a person put it; suggestions only where nobody has decided. */
function points(page: Page, assessment: Assessment): void {
  page.title(words.points);
  for (const one of assessment.points) {
    page.item(`${one.number}.`, one.text);
    const indent = ' '.repeat(one.number.length + 1);
    const related = one.relations.map((relation) => relation.id);
    const candidate = one.candidate ? [`${page.say(words.newProject)} ${one.candidate}`] : [];
    const suggestions = one.suggestions.slice(0, 3).map((suggestion) => suggestion.title);
    const facts = one.scope
      ? [page.say(words[one.scope]), ...(one.belongsTo ? [one.belongsTo] : []), ...candidate, ...related]
      : [
          page.say(words.undecided),
          ...(suggestions.length > 0 ? [`${page.say(words.suggested)} ${suggestions.join('; ')}`] : []),
        ];
    page.item(indent, `→ ${facts.join(' · ')}`);
  }
}

function quality(page: Page, { quality: known }: Assessment): void {
  if (known.length === 0) return;
  page.title(words.quality);
  const rows = known.map((one) => [page.say(one.subject), page.say(one.text)]);
  page.lines(table([{}, { grow: 1 }], rows, page.format.width));
}

function evidence(page: Page, assessment: Assessment): void {
  if (assessment.evidence.length === 0) return;
  page.title(words.evidence);
  const rows = assessment.evidence.map((one) => {
    const source = one.source
      ? ` (${one.source.title}${one.source.date ? `, ${page.say(date(one.source.date))}` : ''})`
      : '';
    const rests = one.restsOn.length > 0 ? ` [${one.restsOn.map((id) => id.replace(/^e/, '')).join(', ')}]` : '';
    return [
      `[${one.id.replace(/^e/, '')}]`,
      `${page.say(one.value)}${one.illustrative ? '◇' : ''}`,
      `${page.say(one.derivation)}${rests}${source}`,
    ];
  });
  page.lines(table([{ align: 'right' }, { grow: 1 }, { grow: 2 }], rows, page.format.width));
}
