import { createHash } from 'node:crypto';
import { approvedPlan, canonicalJson } from '../../agenda/index.ts';
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
import type { LoadedAgenda } from '../agenda-cache.ts';
import { documentFile } from '../document-file.ts';
import { type ApprovedAgenda, approvedAgendaOf, approvedAgendaSchema } from '../public/approved-agenda.ts';
import { PUBLIC } from '../public/layout.ts';
import type { Services } from '../services.ts';

/** What stands above a text besides city and office: which edition it is, and which one it corrects. */
type Edition = Pick<Release, 'edition' | 'corrects'>;

/** In whose name a statement is written: the city, and the office of whoever signs. */
export async function letterheadOf(
  tx: CityTransaction,
  of: { city: string },
  services: Services,
  paper: string,
  { edition, corrects }: Edition,
): Promise<Letterhead> {
  const { agenda } = await services.agendas.load(tx, of);
  const office = (await readRecord(tx, 'papers', paper))?.body.signatory?.office;
  return { city: agenda.city.name, ...(office ? { office } : {}), ...(corrects ? { edition, corrects } : {}) };
}

/** All files of a statement, written from one and the same document. */
async function renderedFiles(
  tx: CityTransaction,
  content: Statement,
  letterhead: Letterhead,
): Promise<Record<ReleaseFormat, Uint8Array>> {
  const document = statementDocument(content, letterhead);
  const html = new TextEncoder().encode(await documentToHtml(document));
  return { docx: await documentFile(tx, document, 'docx'), pdf: await documentFile(tx, document, 'pdf'), html };
}

/** All that is kept with a release. */
export async function filesToKeep(
  tx: CityTransaction,
  loaded: LoadedAgenda,
  release: Release,
  letterhead: Letterhead,
): Promise<ReleaseFiles> {
  const approved = approvedPlan(loaded.agenda);
  const agenda = approved && canonicalJson(approvedAgendaSchema, approvedAgendaOf(loaded, approved));
  return {
    ...(await renderedFiles(tx, release.content, letterhead)),
    ...(agenda ? { agenda: new TextEncoder().encode(agenda) } : {}),
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const hashesOf = ({ docx, pdf, html, agenda }: ReleaseFiles): NonNullable<Release['files']> => ({
  docx: sha256(docx),
  pdf: sha256(pdf),
  html: sha256(html),
  ...(agenda ? { agenda: sha256(agenda) } : {}),
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
    releasedFile(tx, release, format, () => letterheadOf(tx, { city }, services, release.paper, release)),
  );

/**
 * The agenda as it was approved on the day of a release, for whoever reads without signing in; undefined if no plan was
 * approved then, or if an earlier version of the program released it.
 */
export async function publicAgenda(
  services: Services,
  city: string,
  release: Release,
): Promise<ApprovedAgenda | undefined> {
  const kept = await withCity(services.store.db, { city, actor: PUBLIC }, (tx) =>
    readReleaseFile(tx, release.id, 'agenda'),
  );
  return kept && approvedAgendaSchema.parse(JSON.parse(new TextDecoder().decode(kept)));
}
