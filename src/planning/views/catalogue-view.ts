import { z } from 'zod';
import { type Agenda, type CatalogueBundle, isoDateSchema, type ServiceBundle } from '../../agenda/index.ts';

const maturity = z.strictObject({
  scheme: z.string(),
  version: z.string(),
  level: z.int(),
  assessedOn: isoDateSchema,
});

export const bundleRowSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  situation: z.string(),
  subject: z.string(),
  services: z.int(),
  municipal: z.boolean(),
  /** `yes` also where a project is linked and nobody has said no. */
  concern: z.enum(['yes', 'no', 'open']),
  projects: z.array(z.strictObject({ id: z.string(), name: z.string(), done: z.boolean() })),
  /** The last assessment under each scheme and version. */
  maturity: z.array(maturity),
});
export type BundleRow = z.infer<typeof bundleRowSchema>;

/** The bundles that concern the city, and what no project covers. */
export const catalogueViewSchema = z.strictObject({
  bundles: z.array(bundleRowSchema),
  concerning: z.int(),
  covered: z.int(),
  /** Bundles that can concern a municipality and of which nobody has said whether they do. */
  undecided: z.int(),
});
export type CatalogueView = z.infer<typeof catalogueViewSchema>;

/** The catalogue with what the city says of it. A project that was rejected, stopped or has failed covers nothing. */
export function catalogueView(agenda: Agenda, catalogue: readonly CatalogueBundle[]): CatalogueView {
  const records = new Map(agenda.serviceBundles.map((one) => [one.id, one]));
  const projects = new Map<string, BundleRow['projects']>();
  for (const { id, name, status, serviceBundles } of agenda.projects) {
    if (status === 'rejected' || status === 'stopped' || status === 'failed') continue;
    for (const key of new Set(serviceBundles)) {
      const list = projects.get(key) ?? [];
      list.push({ id, name, done: status === 'succeeded' });
      projects.set(key, list);
    }
  }
  const bundles = catalogue.map((bundle): BundleRow => {
    const record = records.get(bundle.key);
    const linked = projects.get(bundle.key) ?? [];
    return { ...bundle, concern: concernOf(record, linked.length), projects: linked, maturity: lastMaturity(record) };
  });
  const concerning = bundles.filter(({ concern }) => concern === 'yes');
  return {
    bundles,
    concerning: concerning.length,
    covered: concerning.filter((one) => one.projects.length > 0).length,
    undecided: bundles.filter(({ concern, municipal }) => concern === 'open' && municipal).length,
  };
}

function concernOf(record: ServiceBundle | undefined, linked: number): BundleRow['concern'] {
  if (record?.concernsUs !== undefined) return record.concernsUs ? 'yes' : 'no';
  return linked > 0 ? 'yes' : 'open';
}

function lastMaturity(record: ServiceBundle | undefined): BundleRow['maturity'] {
  const last = new Map<string, BundleRow['maturity'][number]>();
  for (const { scheme, version, level, assessedOn } of record?.maturity ?? []) {
    const known = last.get(`${scheme} ${version}`);
    if (known === undefined || known.assessedOn <= assessedOn)
      last.set(`${scheme} ${version}`, { scheme, version, level, assessedOn });
  }
  return [...last.values()];
}
