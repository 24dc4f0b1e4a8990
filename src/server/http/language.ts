import type { Language } from '../../agenda/index.ts';

/**
 * The language of an answer, from `Accept-Language` (RFC 9110 § 12.5.4): German unless English is wanted more.
 * Regional forms count as their language (`de-AT` is German).
 */
export function languageOf(header: string | undefined): Language {
  const weight: Record<Language, number> = { de: 0, en: 0 };
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((one) => /^\s*q=([0-9.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
    const value = quality === undefined ? 1 : Number(quality);
    const language = range.split('-')[0];
    if ((language === 'de' || language === 'en') && value > weight[language]) weight[language] = value;
  }
  return weight.en > weight.de ? 'en' : 'de';
}
