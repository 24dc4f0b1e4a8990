import { z } from 'zod';

/**
 * A sentence for people, in both languages of the product. German is the source; names of laws, offices,
 * partners and paper numbers are the same in both.
 */
export interface Text {
  de: string;
  en: string;
}

export type Language = keyof Text;

export const textSchema: z.ZodType<Text> = z.strictObject({ de: z.string(), en: z.string() });
