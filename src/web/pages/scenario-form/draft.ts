import type { Project, ScenarioChange } from '../../../agenda/index.ts';
import { parseDay } from '../../language/parse.ts';

/** What somebody has typed for one change, before it is one. */
export interface ChangeDraft {
  kind: ScenarioChange['kind'];
  team: string;
  budgetLine: string;
  project: string;
  partner: string;
  area: string;
  name: string;
  number: string;
  days: string;
  cost: string;
  year: string;
  day: string;
}

export const emptyDraft: ChangeDraft = {
  kind: 'posts',
  team: '',
  budgetLine: '',
  project: '',
  partner: '',
  area: '',
  name: '',
  number: '',
  days: '',
  cost: '',
  year: '',
  day: '',
};

/** A number as German or English readers write it, with a true minus as well; null if it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace('\u2212', '-').replace(/\s/g, '');
  const dotted = plain.includes(',') ? plain.replaceAll('.', '').replace(',', '.') : plain;
  return /^[+-]?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : null;
}

/** Cents of an amount in thousands of euros; null if it is no number. */
function cents(thousands: string): number | null {
  const amount = typedNumber(thousands);
  return amount === null ? null : Math.round(amount * 100_000);
}

/** A project of one phase on one way: what is needed to see what it would displace. */
function newProject(draft: ChangeDraft, id: string): Project | null {
  const [weeks, days, cost] = [typedNumber(draft.number), typedNumber(draft.days), cents(draft.cost || '0')];
  const name = draft.name.trim();
  if (name === '' || draft.area === '' || weeks === null || weeks < 1 || cost === null) return null;
  const effort = draft.team !== '' && days !== null && days > 0 ? { [draft.team]: Math.round(10 * days) } : {};
  const costs =
    draft.budgetLine !== '' && cost > 0 ? [{ budgetLine: draft.budgetLine, cents: cost, spread: 'even' as const }] : [];
  return {
    ...lists,
    id,
    name,
    actionField: draft.area,
    commitmentClass: 'optional',
    status: 'suggested',
    modes: [{ id: 'own', name, kind: 'own' }],
    phases: [
      {
        id: 'work',
        name,
        work: { own: { weeks: Math.round(weeks), effortTenths: effort, costs } },
        precision: 'week',
      },
    ],
  };
}

/** What a project holds that nothing is known of yet. */
const lists = {
  goals: [],
  participants: [],
  partners: [],
  dependencies: [],
  prerequisites: [],
  deadlines: [],
  obligations: [],
  strategies: [],
  needs: [],
  papers: [],
  serviceBundles: [],
  gates: [],
  milestones: [],
  risks: [],
  maturity: [],
  reports: [],
  rollout: [],
};

/**
 * The change that a draft amounts to; null while something is missing or wrong.
 *
 * @param id for a project that is added
 */
export function changeOf(draft: ChangeDraft, id: string): ScenarioChange | null {
  const number = typedNumber(draft.number);
  const day = parseDay(draft.day);
  switch (draft.kind) {
    case 'posts':
      return draft.team && number && day ? { kind: 'posts', team: draft.team, fte: number, from: day } : null;
    case 'money': {
      const amount = cents(draft.number);
      const year = typedNumber(draft.year);
      return draft.budgetLine && amount && year
        ? { kind: 'money', budgetLine: draft.budgetLine, year, cents: amount }
        : null;
    }
    case 'dropProject':
      return draft.project ? { kind: 'dropProject', project: draft.project } : null;
    case 'delayProject':
      return draft.project && day ? { kind: 'delayProject', project: draft.project, earliestStart: day } : null;
    case 'partnerLate':
      return draft.partner && number && number >= 1
        ? { kind: 'partnerLate', partner: draft.partner, weeks: Math.round(number) }
        : null;
    case 'addProject': {
      const project = newProject(draft, id);
      return project && { kind: 'addProject', project };
    }
  }
}

/** Nothing has been typed for a change yet. */
export const isEmpty = ({ kind: _, ...typed }: ChangeDraft): boolean =>
  Object.values(typed).every((text) => text.trim() === '');

const isAmount = (text: string): boolean => Boolean(typedNumber(text));
const isWeeks = (text: string): boolean => (typedNumber(text) ?? 0) >= 1;
const isDay = (text: string): boolean => parseDay(text) !== null;
const isGiven = (text: string): boolean => text.trim() !== '';
const isCost = (text: string): boolean => !isGiven(text) || typedNumber(text) !== null;

/** What each kind of change needs, and how it must be written. */
const needs: Record<ScenarioChange['kind'], Partial<Record<keyof ChangeDraft, (text: string) => boolean>>> = {
  posts: { team: isGiven, number: isAmount, day: isDay },
  money: { budgetLine: isGiven, year: isGiven, number: isAmount },
  dropProject: { project: isGiven },
  delayProject: { project: isGiven, day: isDay },
  partnerLate: { partner: isGiven, number: isWeeks },
  addProject: { name: isGiven, area: isGiven, number: isWeeks, cost: isCost },
};

/** The fields in which something is missing or wrong, so that the draft is no change yet: see {@link changeOf}. */
export function wrongIn(draft: ChangeDraft): (keyof ChangeDraft)[] {
  const entries = Object.entries(needs[draft.kind]) as [keyof ChangeDraft, (text: string) => boolean][];
  return entries.filter(([field, isRight]) => !isRight(draft[field])).map(([field]) => field);
}
