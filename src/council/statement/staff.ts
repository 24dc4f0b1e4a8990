import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure } from '../evidence.ts';
import { days, personDays, posts } from '../figures.ts';
import { teamFullName } from '../records.ts';
import type { TeamFigures } from '../team-figures.ts';
import { type BlockContent, type BlockWriter, NOTHING, paragraph } from './block.ts';

/** Every role that the paper needs: free against needed, and what is lacking. */
export const staff: BlockWriter = { id: 'staff', title: 'Personelle Auswirkungen', write };

function write(context: Context): BlockContent {
  const { figures, candidate, agenda, ledger } = context;
  if (!candidate || !figures || figures.teams.length === 0) return NOTHING;
  const { de } = ledger;
  const rows = figures.teams.map((team): Run[][] => {
    const record = agenda.teams.find((one) => one.id === team.balance.team);
    const lack = lacking(team);
    return [
      de`${record ? teamFullName(record) : team.name}`,
      de`${team.free}`,
      de`${team.needed}`,
      lack ? de`${lack}` : de`ausreichend`,
    ];
  });
  const until = figures.teams[0]?.until ?? '';
  const extra = postsToAdd(context);
  return {
    paragraphs: [
      paragraph(de`Gegenübergestellt sind die bis zum ${until} freien und die erforderlichen Personentage je Rolle.`),
      ...(extra ? [paragraph(extra)] : []),
    ],
    tables: [{ caption: 'Personalbedarf je Rolle', columns: ['Rolle', 'frei', 'erforderlich', 'es fehlen'], rows }],
    missing: [],
  };
}

function lacking({ balance, free, needed, name }: TeamFigures): Figure | null {
  const tenths = balance.neededTenths - balance.freeTenths;
  if (tenths <= 0) return null;
  return figure({
    key: `team:${balance.team}.lacking`,
    value: personDays(tenths),
    derivation: {
      de: `${name}: erforderlich ${needed.value.de} minus frei ${free.value.de}`,
      en: `${name}: needed ${needed.value.en} minus free ${free.value.en}`,
    },
    inputs: [needed, free],
  });
}

/** What the shortage would be in posts over a year, so that a council can weigh it. */
function postsToAdd(context: Context): Run[] | null {
  const { agenda, figures, ledger } = context;
  const worst = figures?.teams.find(({ balance }) => balance.neededTenths > balance.freeTenths);
  const record = agenda.teams.find((one) => one.id === worst?.balance.team);
  if (!worst || !record) return null;
  const lack = lacking(worst);
  if (!lack) return null;
  const { balance, name } = worst;
  const fte = figure({
    key: `team:${balance.team}.lackingPosts`,
    value: posts(Math.ceil((balance.neededTenths - balance.freeTenths) / record.daysPerFte) / 10),
    derivation: {
      de: `${lack.value.de} durch ${days(10 * record.daysPerFte).de} Arbeitstage je Stelle und Jahr, aufgerundet`,
      en: `${lack.value.en} divided by ${days(10 * record.daysPerFte).en} working days of a post a year, rounded up`,
    },
    inputs: [lack],
  });
  const { de } = ledger;
  return de`Was der Rolle ${name} fehlt, entspricht für ein Jahr ${fte}.`;
}
