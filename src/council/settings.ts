import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema } from '../agenda/index.ts';
import { type ClockRule, SAXON_CLOCKS } from './clocks.ts';
import { paperKindSchema } from './paper.ts';
import { DEFAULT_NUMBER_FORMS, numberFormSchema } from './reference.ts';
import { blockTemplateSchema } from './statement/template.ts';

const textSchema = z.strictObject({ de: lineSchema, en: lineSchema });

/** A deadline rule as the city keeps it: the statute's own clock, or one of the local rules of procedure. */
export const clockRuleSchema = z.strictObject({
  id: idSchema,
  /** Land whose code the paragraph belongs to. */
  state: lineSchema,
  paragraph: lineSchema,
  asOf: isoDateSchema,
  kinds: z.array(paperKindSchema),
  starts: z.enum(['received', 'resolution', 'objection', 'meeting', 'treatment']),
  span: z.union([
    z.strictObject({ days: z.int().min(0).max(3650) }),
    z.strictObject({ weeks: z.int().min(0).max(520) }),
    z.strictObject({ months: z.int().min(0).max(120) }),
    z.strictObject({ meetings: z.int().min(1).max(20) }),
  ]),
  text: textSchema,
});

/** Another OParl server, with its habits. */
export const oparlSourceSchema = z.strictObject({
  /** Address of its System. */
  address: z.url({ protocol: /^https?$/, error: 'Adresse mit https://' }).max(500),
  /** Read by itself every night. */
  daily: z.boolean().default(false),
  /** Only what has changed since this day is read the first time; missing = everything. */
  since: isoDateSchema.optional(),
  /** Whether its lists can be asked for changes only (`modified_since`). */
  changesOnly: z.boolean().default(true),
  /** Where statements of the administration lie: as files of the paper, as papers of their own, or as both. */
  statements: z.enum(['files', 'papers', 'both']).default('both'),
});
export type OparlSource = z.infer<typeof oparlSourceSchema>;

/** How the council desk of a city works; a city that has set nothing gets {@link defaultCouncilSettings}. */
export const councilSettingsSchema = z.strictObject({
  id: z.literal('council'),
  /** Body whose meetings the clocks count, as consultations name it. */
  councilBody: lineSchema,
  numberForms: z.array(numberFormSchema).max(20),
  clocks: z.array(clockRuleSchema).max(40),
  /** Units that must co-sign every statement, in order; more can be added to a single one. */
  cosigners: z.array(idSchema).max(20).default([]),
  /** Statements of single kinds of paper, where they differ from the usual order. */
  templates: z.array(blockTemplateSchema).max(5).default([]),
  /** Whether released statements are shown to everybody, without sign-in. */
  publicPage: z.boolean().default(false),
  /** Whether everybody in the house may read the approved plan, without sign-in. */
  intranetPage: z.boolean().default(false),
  /** Whether the same statements, with papers, meetings and bodies, are open to programs (OParl); needs the page. */
  oparl: z.boolean().default(false),
  /** Word file that Word files of the city are written on: its name, and the SHA-256 under which it is kept. */
  letterhead: z.strictObject({ name: lineSchema, sha256: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  /** Council information system of the city, from which papers and meetings are read over OParl. */
  oparlSource: oparlSourceSchema.optional(),
});
export type CouncilSettings = z.infer<typeof councilSettingsSchema>;

export function defaultCouncilSettings(): CouncilSettings {
  return {
    id: 'council',
    councilBody: 'Stadtrat',
    numberForms: DEFAULT_NUMBER_FORMS.map((one) => ({ ...one })),
    clocks: SAXON_CLOCKS.map((rule) => ({ ...rule, kinds: [...rule.kinds] })),
    cosigners: [],
    templates: [],
    publicPage: false,
    intranetPage: false,
    oparl: false,
  };
}

/** The rules with which the clocks of a paper are computed. */
export const clockRules = (settings: CouncilSettings): readonly ClockRule[] => settings.clocks;
