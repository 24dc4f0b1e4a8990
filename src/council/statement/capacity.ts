import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { shownAs } from '../evidence.ts';
import { days, personDaysLong } from '../figures.ts';
import { protectedWorkName } from '../force.ts';
import { teamFullName } from '../records.ts';
import type { TeamFigures } from '../team-figures.ts';
import { moneyAlone } from '../verdict-texts.ts';
import { type BlockContent, type BlockWriter, NOTHING, paragraph } from './block.ts';

/** Staff, money and time with their numbers: what the verdict rests on. */
export const capacity: BlockWriter = { id: 'capacity', title: 'Personal, Geld und Zeit', write };

function write(context: Context): BlockContent {
  const { figures, candidate } = context;
  if (!candidate) return NOTHING;
  if (!figures) return { paragraphs: [], missing: ['Personal, Geld und Zeit sind noch nicht gerechnet.'] };
  const [first, ...others] = figures.teams;
  const paragraphs: BlockContent['paragraphs'] = [];
  if (first) paragraphs.push(paragraph(staffRuns(context, first)));
  if (others.length > 0) paragraphs.push(paragraph(otherTeams(context, others)));
  const money = moneyRuns(context);
  if (money) paragraphs.push(paragraph(money));
  paragraphs.push(paragraph(timeRuns(context)));
  return { paragraphs, missing: [] };
}

function staffRuns(context: Context, team: TeamFigures): Run[] {
  const { de } = context.ledger;
  const { balance } = team;
  const record = context.agenda.teams.find((one) => one.id === balance.team);
  const name = record ? teamFullName(record) : team.name;
  const work = protectedWorkName(context.agenda, context.asOf);
  const bare = (of: TeamFigures['free'], tenths: number) => shownAs(of, days(tenths));
  return de`Der Rolle ${name} stehen bis zum ${team.until} für Vorhaben ${shownAs(team.available, personDaysLong(balance.availableTenths))} zur Verfügung. Die Vorhaben der Agenda binden davon ${bare(team.planned, balance.plannedTenths)} (${team.load}), darunter ${bare(team.duty, balance.dutyTenths)} für ${work.de}. Frei bleiben ${bare(team.free, balance.freeTenths)}, erforderlich sind ${bare(team.needed, balance.neededTenths)}.`;
}

function otherTeams(context: Context, teams: readonly TeamFigures[]): Run[] {
  const { de } = context.ledger;
  const each = teams.flatMap((team, index) => {
    const enough = team.balance.freeTenths >= team.balance.neededTenths ? '' : ' und reicht nicht';
    return de`${index === 0 ? '' : '; '}${team.name} frei ${team.free}, erforderlich ${team.needed}${enough}`;
  });
  return de`Weitere Rollen: ${each}.`;
}

function moneyRuns(context: Context): Run[] | null {
  const { de } = context.ledger;
  const money = context.figures?.money;
  if (!money) return null;
  if (money.cents.needed === 0) return de`Zusätzliche Programmmittel sind nicht erforderlich.`;
  const alone = moneyAlone(context);
  const tail = alone ? de` ${alone}` : de``;
  return de`An Programmmitteln stehen ${money.available} bis zum ${money.until} bereit. Laufende Kosten binden ${money.running}, die Vorhaben ${money.planned}. Frei bleiben ${money.free}, erforderlich sind ${money.needed}.${tail}`;
}

function timeRuns(context: Context): Run[] {
  const { de } = context.ledger;
  const { figures } = context;
  const weeks = figures?.senses.kept?.weeks ?? figures?.senses.untouched?.weeks ?? figures?.senses.displacing?.weeks;
  const asked = figures?.asked ?? '';
  return weeks
    ? de`Das Vorhaben dauert ${weeks} und könnte für sich genommen am ${asked} beginnen.`
    : de`Das Vorhaben könnte für sich genommen am ${asked} beginnen, findet im Planungszeitraum aber keinen Platz.`;
}
