import { z } from '@hono/zod-openapi';
import { idSchema, unitNameOn } from '../../agenda/index.ts';
import {
  blockText,
  findPassage,
  type Place,
  placeSchema,
  publicationSchema,
  type StatementFile,
  statementFileSchema,
} from '../../council/index.ts';
import { listPublications } from '../../store/index.ts';
import { version } from '../http/schemas.ts';
import { rightTo } from './deputy.ts';
import { loadDesk } from './desk.ts';
import { namesOf } from './person-name.ts';
import { type Scope, type StoredFile, staleIn } from './statement-desk.ts';

/** The statement on a paper with everything that its page shows beside the text. */

export const StatementDesk = z
  .strictObject({
    file: statementFileSchema,
    version,
    /** Figures that the records of now, or the newest computation, contradict. */
    stale: z.array(
      z.strictObject({ key: z.string(), evidence: z.string(), inText: z.string(), now: z.string().nullable() }),
    ),
    /** For each comment, where the words that it is about stand now; null without words, or when they are gone. */
    places: z.array(placeSchema.nullable()),
    publications: z.array(z.strictObject({ publication: publicationSchema, publishedAt: z.iso.datetime() })),
    /** Names of everybody who is named in it, by key. */
    names: z.record(z.string(), z.string()),
    units: z.array(z.strictObject({ id: idSchema, name: z.string() })),
    /** What whoever looks at it may do in the place of somebody who is away: units to sign for, and release. */
    deputy: z.strictObject({ units: z.array(idSchema), release: z.boolean() }),
  })
  .openapi('StatementDesk');

const placesOf = ({ comments, content }: StatementFile): (Place | null)[] =>
  comments.map(({ block, passage }) => {
    const paragraphs = content.blocks.find((one) => one.id === block)?.paragraphs;
    return passage && paragraphs ? findPassage(blockText(paragraphs), passage) : null;
  });

export async function deskOf(scope: Scope, stored: StoredFile): Promise<z.input<typeof StatementDesk>> {
  const { tx, session, services } = scope;
  const { agenda } = await services.agendas.load(tx, session);
  const { body: file } = stored;
  const publications = await listPublications(tx, file.paper);
  const { today } = await loadDesk(tx);
  const { city } = session;
  const release = await rightTo(tx, session, 'releaseStatement', { city });
  const signs: string[] = [];
  for (const { unit } of file.cosigners) {
    if (await rightTo(tx, session, 'signStatement', { city, units: [unit] })) signs.push(unit);
  }
  const actors = [
    ...file.authors,
    ...file.cosigners.flatMap((one) => [...(one.by ? [one.by] : []), ...(one.for ? [one.for] : [])]),
    ...[...file.comments, ...file.kept, ...file.comments.flatMap((one) => one.answers ?? [])].map((one) => one.by),
    ...file.comments.flatMap((one) => one.settledBy ?? []),
    ...publications.flatMap(({ publication: one }) =>
      one.kind === 'release' ? [one.releasedBy, ...(one.releasedFor ? [one.releasedFor] : [])] : [one.withdrawnBy],
    ),
  ];
  return {
    file,
    version: stored.version,
    stale: await staleIn(scope, file),
    places: placesOf(file),
    publications,
    names: await namesOf(tx, actors),
    units: agenda.units.map((unit) => ({ id: unit.id, name: unitNameOn(unit, today) })),
    deputy: { units: signs, release: typeof release === 'string' },
  };
}
