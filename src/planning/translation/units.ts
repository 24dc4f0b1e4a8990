/**
 * Units between the agenda and the engine. The agenda counts effort in tenths of a person-day and money in cents;
 * the engine needs whole numbers per week, so effort is counted there in thousandths of a person-day: an effort of
 * 35 days over 26 weeks is 1,346 a week and loses less than 0.01 days over its length.
 */

/** Engine units in one tenth of a person-day. */
export const UNITS_PER_TENTH = 100;

/** Working weeks into which a year's person-days are divided. */
export const WEEKS_PER_YEAR = 52;

/** Weekly capacity in engine units of a team with so many project person-days a year. */
export function weeklyUnits(personDaysPerYear: number): number {
  return Math.round((personDaysPerYear * 10 * UNITS_PER_TENTH) / WEEKS_PER_YEAR);
}

/** Weekly demand in engine units of an effort spread evenly over `weeks`. */
export function demandUnits(effortTenths: number, weeks: number): number {
  return Math.round((effortTenths * UNITS_PER_TENTH) / weeks);
}

/** Engine units as whole tenths of a person-day, rounded to the nearest. */
export function tenthsOfUnits(units: number): number {
  return Math.round(units / UNITS_PER_TENTH);
}
