/**
 * What people type and what a record holds. What cannot be read is kept as typed: the server then names it, and the
 * text stays in its field.
 */

/** `31.08.2020`, `31.8.20` or ISO, as ISO; anything else as typed. Empty is no value. */
export function readDate(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2}|\d{4})$/.exec(text);
  if (german === null) return text;
  const [, day = '', month = '', year = ''] = german;
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A value of a record as text; nothing for what is no text and no number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** ISO as `31.08.2020`; anything else as it is. */
export function showDate(value: unknown): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(textOf(value));
  return iso ? `${iso[3]}.${iso[2]}.${iso[1]}` : textOf(value);
}

/**
 * A number as typed, times `scale` and whole. With a decimal comma (`1.234,5`) points before three digits divide
 * thousands and `12.5` is understood; without one (`1,234.5`) commas divide them. Anything else as typed.
 */
export function readNumber(typed: string, scale = 1, comma = true): number | string | undefined {
  const text = typed
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-');
  if (text === '') return undefined;
  const grouped = comma ? /^-?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
  const plain = (grouped.test(text) ? text.replaceAll(comma ? '.' : ',', '') : text).replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return typed;
  return scale === 1 ? Number(plain) : Math.round(Number(plain) * scale);
}

/** A stored number as people write it: decimal comma in German, no digits that are not there. */
export function showNumber(value: unknown, scale: number, comma: boolean): string {
  if (typeof value !== 'number') return textOf(value);
  const text = String(value / scale);
  return comma ? text.replace('.', ',') : text;
}
