import { type Agenda, firstWeekFrom, type Offer, type PlanWeeks, type Project } from '../../agenda/index.ts';

/** A partner's offer as a resource: absent before it is available, then serving as many projects as its quota. */
export interface OfferResource {
  key: string;
  capacity: Int32Array;
}

/** Capacity of an offer without a quota: more projects than any agenda has. */
const NO_QUOTA = 1_000_000;

/** One resource per offer that some delivery mode of these projects uses. */
export function offerResources(
  agenda: Agenda,
  projects: readonly Project[],
  weeks: PlanWeeks,
  horizon: number,
): OfferResource[] {
  const used = new Set(projects.flatMap((project) => project.modes.map((mode) => mode.offer)));
  return agenda.partners.flatMap((partner) =>
    partner.offers
      .filter((offer) => used.has(offer.id))
      .map((offer) => ({ key: offer.id, capacity: offerCapacity(offer, weeks, horizon) })),
  );
}

/** Projects that an offer serves at the same time, week by week: none before it is there and its lead time is over. */
export function offerCapacity(offer: Offer, weeks: PlanWeeks, horizon: number): Int32Array {
  const from = offer.availableFrom ? Math.max(0, firstWeekFrom(weeks, offer.availableFrom)) : 0;
  const first = Math.min(horizon, from + (offer.leadTimeWeeks ?? 0));
  return new Int32Array(horizon).fill(offer.quotaPerYear ?? NO_QUOTA, first);
}
