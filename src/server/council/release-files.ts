import { createHash } from 'node:crypto';
import type { Release, Statement } from '../../council/index.ts';
import { documentToHtml, type Letterhead, statementDocument } from '../../documents/index.ts';
import {
  type CityTransaction,
  type ReleaseFiles,
  type ReleaseFormat,
  readRecord,
  readReleaseFile,
  withCity,
} from '../../store/index.ts';
import { documentFile } from '../document-file.ts';
import { PUBLIC } from '../public/layout.ts';
import type { Services } from '../services.ts';

/** In whose name a statement is written: the city, and the office of whoever signs. */
export async function letterheadOf(
  tx: CityTransaction,
  of: { city: string },
  services: Services,
  paper: string,
): Promise<Letterhead> {
  const { agenda } = await services.agendas.load(tx, of);
  const office = (await readRecord(tx, 'papers', paper))?.body.signatory?.office;
  return { city: agenda.city.name, ...(office ? { office } : {}) };
}

/** All files of a statement, written from one and the same document. */
export async function renderedFiles(
  tx: CityTransaction,
  content: Statement,
  letterhead: Letterhead,
): Promise<ReleaseFiles> {
  const document = statementDocument(content, letterhead);
  const html = new TextEncoder().encode(await documentToHtml(document));
  return { docx: await documentFile(tx, document, 'docx'), pdf: await documentFile(tx, document, 'pdf'), html };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const hashesOf = ({ docx, pdf, html }: ReleaseFiles): NonNullable<Release['files']> => ({
  docx: sha256(docx),
  pdf: sha256(pdf),
  html: sha256(html),
});

/** A file of a release as it was kept on its day; what earlier versions of the program released is written now. */
export async function releasedFile(
  tx: CityTransaction,
  release: Release,
  format: ReleaseFormat,
  letterhead: () => Promise<Letterhead>,
): Promise<Uint8Array> {
  const kept = await readReleaseFile(tx, release.id, format);
  return kept ?? (await renderedFiles(tx, release.content, await letterhead()))[format];
}

/** A file of a release for whoever reads without signing in. */
export const publicFile = (
  services: Services,
  city: string,
  release: Release,
  format: ReleaseFormat,
): Promise<Uint8Array> =>
  withCity(services.store.db, { city, actor: PUBLIC }, (tx) =>
    releasedFile(tx, release, format, () => letterheadOf(tx, { city }, services, release.paper)),
  );
