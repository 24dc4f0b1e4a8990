const germanDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day in Germany, where the councils sit, wherever the server stands. */
export const localDay = (): string => germanDay.format(new Date());
