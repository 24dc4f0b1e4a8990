import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { shownAs } from '../evidence.ts';
import { days, personDaysLong } from '../figures.ts';
import { protectedWorkName } from '../force.ts';
import { teamFullName } from '../records.ts';
import type { TeamFigures } from '../team-figures.ts';
import { type BlockContent, type BlockWriter, NOTHING, paragraph } from './block.ts';

/** The bottleneck and the time with their numbers; all roles and the money stand in tables of their own below. */
export const capacity: BlockWriter = { id: 'capacity', title: 'Kapazität und Zeit', write };

function write(context: Context): BlockContent {
  const { figures, candidate } = context;
  if (!candidate) return NOTHING;
  if (!figures) return { paragraphs: [], missing: ['Personal, Geld und Zeit sind noch nicht gerechnet.'] };
  const [first] = figures.teams;
  const paragraphs: BlockContent['paragraphs'] = [];
  if (first) paragraphs.push(paragraph(staffRuns(context, first)));
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

function timeRuns(context: Context): Run[] {
  const { de } = context.ledger;
  const { figures } = context;
  const weeks = figures?.senses.kept?.weeks ?? figures?.senses.untouched?.weeks ?? figures?.senses.displacing?.weeks;
  const asked = figures?.asked ?? '';
  return weeks
    ? de`Das Vorhaben dauert ${weeks} und könnte für sich genommen am ${asked} beginnen.`
    : de`Das Vorhaben könnte für sich genommen am ${asked} beginnen, findet im Planungszeitraum aber keinen Platz.`;
}
