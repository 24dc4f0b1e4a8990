import { z } from 'zod';
import { AGENDA_FORMAT, AGENDA_FORMAT_VERSION, type Agenda, agendaSchema } from './agenda.ts';
import { addDays, isoDate, weekday } from './calendar.ts';
import { fiscalYearSchema, lineSchema } from './primitives.ts';

/** The states by the first two digits of a municipality's key (Destatis, Gemeindeverzeichnis). */
const STATES: Record<string, string> = {
  '01': 'Schleswig-Holstein',
  '02': 'Hamburg',
  '03': 'Niedersachsen',
  '04': 'Bremen',
  '05': 'Nordrhein-Westfalen',
  '06': 'Hessen',
  '07': 'Rheinland-Pfalz',
  '08': 'Baden-Württemberg',
  '09': 'Bayern',
  '10': 'Saarland',
  '11': 'Berlin',
  '12': 'Brandenburg',
  '13': 'Mecklenburg-Vorpommern',
  '14': 'Sachsen',
  '15': 'Sachsen-Anhalt',
  '16': 'Thüringen',
};

/** What is asked of a city that begins with nothing. */
export const beginningSchema = z.strictObject({
  name: lineSchema,
  agsKey: z
    .string()
    .regex(/^\d{8}$/, 'Gemeindeschlüssel mit 8 Ziffern')
    .refine((key) => STATES[key.slice(0, 2)] !== undefined, 'Gemeindeschlüssel mit 8 Ziffern'),
  /** First year that is planned. */
  firstYear: fiscalYearSchema,
  budgetRhythm: z.enum(['annual', 'biennial']),
});
export type Beginning = z.infer<typeof beginningSchema>;

/** The agenda of a city that has entered nothing yet: planned is from the first Monday of the year on. */
export function emptyAgenda({ name, agsKey, firstYear, budgetRhythm }: Beginning): Agenda {
  return agendaSchema.parse({
    format: AGENDA_FORMAT,
    version: AGENDA_FORMAT_VERSION,
    city: {
      id: agsKey,
      name,
      agsKey,
      state: STATES[agsKey.slice(0, 2)],
      budgetRhythm,
      ...(budgetRhythm === 'biennial' ? { firstBiennialYear: firstYear } : {}),
    },
    name: `Digitale Agenda ${name}`,
    planStart: firstMonday(firstYear),
  });
}

function firstMonday(year: number): string {
  const newYear = isoDate(year, 1, 1);
  return addDays(newYear, (8 - weekday(newYear)) % 7);
}
