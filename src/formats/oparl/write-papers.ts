import { type Paper, paperByReference, type Release } from '../../council/index.ts';
import { type Addresses, unitKey } from './addresses.ts';
import { latest, type Published, type PublishedStatement, type Times } from './published.ts';
import { type Consultation, type File, type Paper as PaperObject, type Tombstone, typeOf } from './schema.ts';
import { PAPER_TYPES, STATEMENT_TYPE } from './words.ts';
import { organizationAddress } from './write-organizations.ts';

/** The forms in which a released statement can be read; the first is the one that others are made of. */
export const STATEMENT_FORMATS = [
  { ending: 'pdf', mimeType: 'application/pdf', label: 'PDF' },
  { ending: 'html', mimeType: 'text/html', label: 'Webseite' },
  {
    ending: 'docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word-Datei',
  },
] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

/** Key of a statement: no paper can have it, because the id of a paper holds no tilde. */
export const statementKey = ({ paper, edition }: Pick<Release, 'paper' | 'edition'>): string => `${paper}~${edition}`;

/** Key of a file among the files. */
export const fileKey = (release: Release, { ending }: StatementFormat): string => `${statementKey(release)}.${ending}`;

const without = <T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = object;
  return rest;
};

const named = <T>(name: string, list: readonly T[]): Record<string, T[]> =>
  list.length > 0 ? { [name]: [...list] } : {};

/** Statement editions still in force, by paper. */
function standingOf({ statements }: Published, paper: string): PublishedStatement[] {
  return statements.filter(({ release, withdrawnAt }) => release.paper === paper && withdrawnAt === undefined);
}

/** The files of a statement, each standing alone; of a withdrawn one the tombstones. */
export function writeFiles(statement: PublishedStatement, addresses: Addresses): (File | Tombstone)[] {
  const { release, publishedAt, withdrawnAt } = statement;
  const [main, ...others] = STATEMENT_FORMATS;
  const idOf = (format: StatementFormat): string => addresses.object('file', fileKey(release, format));
  return STATEMENT_FORMATS.map((format) => {
    const head = { id: idOf(format), type: typeOf('File'), created: publishedAt };
    const content = addresses.content(fileKey(release, format));
    if (withdrawnAt !== undefined) return { ...head, modified: withdrawnAt, deleted: true, accessUrl: content };
    return {
      ...head,
      modified: publishedAt,
      name: `${release.content.title} (${format.label})`,
      fileName: `stellungnahme-${release.id}.${format.ending}`,
      mimeType: format.mimeType,
      date: release.releasedOn,
      accessUrl: content,
      downloadUrl: `${content}?download`,
      // The web page wraps the kept text; the others are served as they were kept.
      ...(release.files && format.ending !== 'html' ? { 'fahrplan:sha256': release.files[format.ending] } : {}),
      ...(format === main ? { derivativeFile: others.map(idOf) } : { masterFile: idOf(main) }),
      paper: [addresses.object('paper', statementKey(release))],
    };
  });
}

/** A released statement as a paper of its own below the one that it answers; a withdrawn one as its tombstone. */
export function writeStatement(
  statement: PublishedStatement,
  published: Published,
  addresses: Addresses,
): PaperObject | Tombstone {
  const { release, publishedAt, withdrawnAt, verdict, figures } = statement;
  const head = {
    id: addresses.object('paper', statementKey(release)),
    type: typeOf('Paper'),
    created: publishedAt,
  };
  if (withdrawnAt !== undefined) return { ...head, modified: withdrawnAt, deleted: true };
  const newer = standingOf(published, release.paper).find((one) => one.release.edition > release.edition);
  const [main, ...others] = writeFiles(statement, addresses).map((file) => without(file as File, 'paper'));
  const { city, origin, papers } = published;
  return {
    ...head,
    modified: latest(publishedAt, newer?.publishedAt),
    body: addresses.body,
    name: release.content.title,
    date: release.releasedOn,
    paperType: STATEMENT_TYPE,
    ...named(
      'superordinatedPaper',
      papers.some(({ paper }) => paper.id === release.paper) ? [addresses.object('paper', release.paper)] : [],
    ),
    ...(main ? { mainFile: main } : {}),
    ...named('auxiliaryFile', others),
    web: `${origin}/oeffentlich/${city.id}/${release.id}`,
    'fahrplan:edition': release.edition,
    'fahrplan:asOf': release.content.asOf,
    'fahrplan:sha256': release.hash,
    ...(verdict ? { 'fahrplan:verdict': verdict } : {}),
    'fahrplan:evidence': [...figures],
    ...(release.corrects
      ? { 'fahrplan:corrects': addresses.object('paper', statementKey({ ...release, ...release.corrects })) }
      : {}),
    ...(newer ? { 'fahrplan:supersededBy': addresses.object('paper', statementKey(newer.release)) } : {}),
  };
}

/** A council paper on which a statement was released, with the way that it takes through the bodies. */
export function writePaper(
  { paper, times }: { paper: Paper; times: Times },
  published: Published,
  consultations: readonly Consultation[],
  addresses: Addresses,
): PaperObject {
  const all = published.papers.map((one) => one.paper);
  const related = paper.related.flatMap((one) => paperByReference(all, one.reference)?.id ?? []);
  const originators = paper.originators.filter((one) => one.kind === 'faction' || one.kind === 'committee');
  const unit = published.units.find((one) => one.id === paper.responsible);
  return {
    id: addresses.object('paper', paper.id),
    type: typeOf('Paper'),
    ...times,
    modified: latest(times.modified, ...consultations.map((one) => one.modified)),
    body: addresses.body,
    name: paper.name,
    reference: paper.reference,
    ...(paper.receivedOn ? { date: paper.receivedOn } : {}),
    paperType: PAPER_TYPES[paper.kind],
    ...named(
      'relatedPaper',
      related.map((id) => addresses.object('paper', id)),
    ),
    ...named(
      'subordinatedPaper',
      standingOf(published, paper.id).map(({ release }) => addresses.object('paper', statementKey(release))),
    ),
    ...named(
      'originatorOrganization',
      originators.map((one) => organizationAddress(published, addresses, one.name)),
    ),
    ...(unit ? { underDirectionOf: [addresses.object('organization', unitKey(unit.id))] } : {}),
    ...named(
      'consultation',
      consultations.map((one) => without(one, 'paper')),
    ),
  };
}
