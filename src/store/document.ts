import { StoreRefusal } from './refusal.ts';

/**
 * A document as JSON text for a `jsonb` column. PostgreSQL stores neither the character U+0000 nor half of a
 * surrogate pair; such a text is refused with the name of its field instead of with a database error.
 */
export function toDocument(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    for (const text of [key, part]) {
      if (typeof text !== 'string' || (!text.includes('\0') && text.isWellFormed())) continue;
      throw new StoreRefusal('characterNotStorable', {
        de: `Das Feld "${printable(key)}" enthält ein Zeichen, das nicht gespeichert werden kann (U+0000 oder ein halbes Zeichen). Bitte den Text neu eingeben.`,
        en: `The field "${printable(key)}" holds a character that cannot be stored (U+0000 or half a character). Please type the text again.`,
      });
    }
    return part;
  });
}

const printable = (key: string): string => key.toWellFormed().replaceAll('\0', '').slice(0, 80);
