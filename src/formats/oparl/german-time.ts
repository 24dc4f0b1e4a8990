const german = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' });

/** Offset of German time at a moment: `+02:00` in summer. */
function offsetAt(moment: Date): string {
  const name = german.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', '') || '+00:00';
}

/** A German day and time of day as a moment with its offset: `2020-09-23T15:00:00+02:00`. */
export function germanMoment(on: string, time = '00:00'): string {
  // The changes of the clock lie between 2 and 3 at night, when no council meets.
  return `${on}T${time}:00${offsetAt(new Date(`${on}T${time}:00+01:00`))}`;
}
