import { isIllustrative, type OrganizationalUnit, provenanceOf, unitNameOn } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { figure, origin } from '../evidence.ts';
import { month, percent, personDays, posts } from '../figures.ts';
import { teamFullName } from '../records.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** Who works on the agenda: bodies that lead, and the roles with their posts. */
export const organization: BlockWriter = { id: 'organization', title: 'Beteiligte Stellen', write };

function write(context: Context): BlockContent {
  const { agenda, ledger } = context;
  const { de } = ledger;
  const bodies = leadingBodies(context);
  const paragraphs: BlockContent['paragraphs'] = [];
  if (bodies.length > 0) {
    const named = bodies.flatMap((unit, index) =>
      index === 0 ? bodyRuns(context, unit) : de`; ${bodyRuns(context, unit)}`,
    );
    paragraphs.push(paragraph(de`Federführend für die Agenda sind: ${named}.`));
  }
  if (agenda.teams.length > 0) {
    paragraphs.push(paragraph(de`Für Vorhaben stehen diese Rollen bereit; das Liniengeschäft ist abgezogen:`));
    for (const team of agenda.teams) paragraphs.push(item(teamRuns(context, team)));
  }
  return { paragraphs, missing: bodies.length === 0 ? ['Federführende Stelle ist nicht erfasst.'] : [] };
}

/** Bodies and offices that lead a project and existed on the day. */
function leadingBodies({ agenda, asOf }: Context): OrganizationalUnit[] {
  const leads = new Set(agenda.projects.map((project) => project.leadUnit));
  return agenda.units.filter(
    (unit) => unit.kind === 'body' && leads.has(unit.id) && (unit.names[0]?.from ?? '') <= asOf,
  );
}

function bodyRuns({ agenda, asOf, ledger }: Context, unit: OrganizationalUnit): Run[] {
  const name = unitNameOn(unit, asOf);
  const since = unit.names[0]?.from;
  const bound = figure({
    key: `unit:${unit.id}`,
    value: { de: name, en: name },
    derivation: { de: 'Name an diesem Tag', en: 'name on this day' },
    refs: [{ kind: 'unit', id: unit.id, field: 'names' }],
    ...origin(agenda, provenanceOf(unit, 'names')),
  });
  const { de } = ledger;
  return since ? de`${bound} seit ${month(since)}` : de`${bound}`;
}

function teamRuns({ agenda, asOf, ledger }: Context, team: Context['agenda']['teams'][number]): Run[] {
  const { de } = ledger;
  const unit = agenda.units.find((one) => one.id === team.unit);
  const where = unit ? `, ${unitNameOn(unit, asOf)}` : '';
  const period = team.capacity.findLast((one) => one.from <= asOf) ?? team.capacity[0];
  const days = period?.personDaysPerYear;
  const value = period?.fte === undefined ? days !== undefined && personDays(10 * days) : posts(period.fte);
  if (!value) return de`${teamFullName(team)}${where}`;
  const bound = figure({
    key: `team:${team.id}.capacity`,
    value,
    derivation: { de: 'Kapazität der Rolle an diesem Tag', en: 'capacity of the role on this day' },
    refs: [{ kind: 'team', id: team.id, field: 'capacity' }],
    provenance: 'entered',
    illustrative: isIllustrative(team, 'capacity'),
  });
  if (days !== undefined) return de`${teamFullName(team)}${where}: ${bound} im Jahr`;
  const share = period?.projectSharePercent ?? 100;
  return de`${teamFullName(team)}${where}: ${bound}, davon ${percent(share)} für Vorhaben`;
}
