/** Names of the months as German texts write them, in lower case, January first. */
export const MONTHS: readonly string[] = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];
