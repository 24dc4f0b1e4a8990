/** A day as people type it (`17.8.2020`, `17.08.20`, `2020-08-17`) as ISO; null if it is none. Empty text is no day. */
export function parseDay(text: string): string | null {
  const german = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})\s*$/.exec(text);
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  const [year, month, day] = german ? [german[3], german[2], german[1]] : iso ? iso.slice(1) : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const full = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${full}T00:00:00Z`);
  // A day that does not exist would silently become another one.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== full ? null : full;
}

/** An ISO day as people type it: `17.08.2020`; nothing for no day. */
export function typedDay(iso: string | undefined): string {
  return iso ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : '';
}
