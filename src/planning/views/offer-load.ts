import { firstWeekFrom, isIllustrative, mondayOfWeek, monthOf, type Offer, type Partner } from '../../agenda/index.ts';
import { offerCapacity } from '../translation/offers.ts';
import { weeksOf } from '../translation/supply.ts';
import { percentOf } from './percent.ts';
import type { PlanContext } from './plan-context.ts';
import type { OfferCell, OfferRow } from './schemas.ts';

/** Offers of partners that have a quota, with what the plan takes of it per month; `until` is an exclusive week. */
export function offerRows(context: PlanContext, until: number): OfferRow[] {
  return context.agenda.partners.flatMap((partner) =>
    partner.offers
      .filter((offer) => offer.quotaPerYear !== undefined)
      .map((offer) => ({
        offer: offer.id,
        name: offer.deliverable,
        partnerName: partner.shortName ?? partner.name,
        quota: offer.quotaPerYear ?? 0,
        cells: offerCells(context, partner, offer, until),
        illustrative: isIllustrative(offer, 'quotaPerYear'),
      })),
  );
}

/** A week belongs to the month of its Monday, and a month is as full as its fullest week. */
function offerCells(context: PlanContext, partner: Partner, offer: Offer, until: number): OfferCell[] {
  const { agenda } = context;
  const weeks = weeksOf(agenda);
  const quota = offerCapacity(offer, weeks, until);
  const served = servedProjects(context, partner, offer, until);
  const names = new Map(agenda.projects.map(({ id, name, shortName }) => [id, shortName ?? name]));
  const byMonth = Map.groupBy(served.keys(), (week) => monthOf(mondayOfWeek(weeks, week)));
  return [...byMonth].map(([month, list]) => {
    const share = (week: number): number => percentOf(served[week]?.size ?? 0, quota[week] ?? 0);
    const fullest = list.reduce((most, week) => (share(week) > share(most) ? week : most));
    const projects = [...new Set(list.flatMap((week) => [...(served[week] ?? [])]))].toSorted();
    return {
      month,
      served: served[fullest]?.size ?? 0,
      quota: quota[fullest] ?? 0,
      percent: share(fullest),
      projects: projects.map((id) => ({ id, name: names.get(id) ?? id })),
    };
  });
}

/** Projects per week whose planned way uses the offer. */
function servedProjects(context: PlanContext, partner: Partner, offer: Offer, until: number): Set<string>[] {
  const { agenda, plan } = context;
  const weeks = weeksOf(agenda);
  const projects = new Map(agenda.projects.map((project) => [project.id, project]));
  const served = Array.from({ length: until }, () => new Set<string>());
  for (const entry of plan.phases) {
    const project = projects.get(entry.project);
    const mode = project?.modes.find(({ id }) => id === entry.mode);
    if (mode?.partner !== partner.id || mode.offer !== offer.id) continue;
    const first = firstWeekFrom(weeks, entry.start);
    const length = project?.phases.find(({ id }) => id === entry.phase)?.work[entry.mode]?.weeks ?? 0;
    for (let week = Math.max(first, 0); week < Math.min(first + length, until); week++) {
      served[week]?.add(entry.project);
    }
  }
  return served;
}
