import type { Text } from '../agenda/index.ts';
import { correctedBy, type ReleasedEdition } from './editions.ts';
import { blockText, findPassage, type Passage } from './passage.ts';
import type { Cosigner, Publication, StatementFile } from './statement-file.ts';

/**
 * A statement from its first draft to its release, as a state machine without any I/O. Two rules stand above all:
 * nobody releases a text that he or she has written (four eyes: OWASP ASVS 2.3.5, BSI Grundschutz TEST.4.1.1), and a
 * released text is never changed; whoever stands in for somebody (`actingFor`) must be as little an author as the person
 * who is represented. A correction is a new edition, a withdrawal leaves a tombstone.
 */

export type StatementCommand =
  | { kind: 'edit'; content: StatementFile['content']; planRun?: string; kept?: StatementFile['kept'] }
  | { kind: 'arrange'; units: readonly string[]; inOrder: boolean }
  | { kind: 'comment'; block: string; passage?: Passage | undefined; text: string }
  | { kind: 'answer'; comment: number; text: string }
  | { kind: 'settle'; comment: number }
  | { kind: 'submit' }
  | { kind: 'sign'; unit: string; comment?: string | undefined; actingFor?: string | null }
  | { kind: 'return'; unit: string; comment: string; actingFor?: string | null }
  | { kind: 'release'; hash: string; actingFor?: string | null }
  | { kind: 'correct' }
  | { kind: 'withdraw'; edition: number; reason: string };

/** Who acts, on which day, and what the records of now say about the text. */
export interface StatementContext {
  person: string;
  today: string;
  /** Figures whose record has changed since and that nobody has taken over or kept with a reason. */
  stale: number;
  /** Editions that were released before, oldest first. */
  released: readonly ReleasedEdition[];
}

export type StatementOutcome = { file: StatementFile; publication?: Publication } | { refused: StatementRefusal };

export type StatementRefusal =
  | 'frozen'
  | 'notCosigning'
  | 'notDraft'
  | 'notReleased'
  | 'missingParts'
  | 'staleFigures'
  | 'openComments'
  | 'cosignatureMissing'
  | 'unknownUnit'
  | 'notYourTurn'
  | 'sameHands'
  | 'unknownPlace'
  | 'unknownComment';

export const STATEMENT_REFUSALS: Record<StatementRefusal, Text> = {
  frozen: {
    de: 'Die Stellungnahme ist freigegeben und wird nicht mehr geändert. Eine Berichtigung ist eine neue Fassung.',
    en: 'The statement is released and is not changed any more. A correction is a new edition.',
  },
  notCosigning: {
    de: 'Die Stellungnahme ist nicht in der Mitzeichnung. Bitte zuerst vorlegen.',
    en: 'The statement is not being co-signed. Please submit it first.',
  },
  notDraft: {
    de: 'Die Stellungnahme ist schon vorgelegt.',
    en: 'The statement has already been submitted.',
  },
  notReleased: {
    de: 'Das geht nur bei einer freigegebenen Fassung, die noch gilt.',
    en: 'This is possible only for a released edition that still holds.',
  },
  missingParts: {
    de: 'Es fehlen noch Angaben, die von Hand zu ergänzen sind. Bitte ergänzen oder als erledigt streichen.',
    en: 'Some parts still have to be filled in by hand. Please fill them in or strike them out as done.',
  },
  staleFigures: {
    de: 'Der Text nennt Werte, die sich inzwischen geändert haben. Bitte übernehmen oder mit Begründung behalten.',
    en: 'The text names values that have changed since. Please take the new ones over or keep them with a reason.',
  },
  openComments: {
    de: 'Es gibt offene Anmerkungen. Bitte erledigen.',
    en: 'There are open comments. Please settle them.',
  },
  cosignatureMissing: {
    de: 'Es fehlt noch eine Mitzeichnung. Welche Stelle noch nicht gezeichnet hat, steht unter „Mitzeichnung“; bitte dort zeichnen lassen.',
    en: 'A co-signature is still missing. Which unit has not signed yet stands under “Co-signing”; please have it signed there.',
  },
  unknownUnit: {
    de: 'Diese Stelle zeichnet hier nicht mit. Im Entwurf lässt sie sich hinzufügen.',
    en: 'This unit does not co-sign here. It can be added while the text is a draft.',
  },
  notYourTurn: {
    de: 'Vorher zeichnet noch eine andere Stelle. Bitte warten, bis sie gezeichnet hat.',
    en: 'Another unit signs before. Please wait until it has signed.',
  },
  sameHands: {
    de: 'Wer am Text geschrieben hat, kann ihn nicht freigeben. Bitte eine zweite Person freigeben lassen.',
    en: 'Whoever has written at the text cannot release it. Please have a second person release it.',
  },
  unknownPlace: {
    de: 'Diese Stelle gibt es im Text nicht (mehr). Bitte die Stelle neu wählen.',
    en: 'There is no such place in the text (any more). Please choose the place again.',
  },
  unknownComment: {
    de: 'Diese Anmerkung gibt es nicht (mehr). Bitte die Seite neu laden.',
    en: 'There is no such comment (any more). Please load the page again.',
  },
};

const unsigned = (units: readonly string[]): Cosigner[] => units.map((unit) => ({ unit, state: 'open' }));

/** A new file with the drafted text; whoever has it drafted counts as its author. */
export function openStatement(
  draft: Pick<StatementFile, 'content' | 'planRun'> & { units: readonly string[]; person: string },
): StatementFile {
  return {
    paper: draft.content.paper,
    edition: 1,
    stage: 'draft',
    content: draft.content,
    planRun: draft.planRun,
    authors: [draft.person],
    cosigners: unsigned(draft.units),
    inOrder: false,
    comments: [],
    kept: [],
  };
}

/** The file with another author and, because the text is no longer what was signed, without any signature. */
function rewritten(file: StatementFile, person: string): StatementFile {
  const authors = file.authors.includes(person) ? file.authors : [...file.authors, person];
  return { ...file, stage: 'draft', authors, cosigners: unsigned(file.cosigners.map((one) => one.unit)) };
}

const isFrozen = ({ stage }: StatementFile): boolean => stage === 'released' || stage === 'withdrawn';

/** Does one step, or says why it cannot be done. Who may do which step at all is decided by `can` before. */
export function stepStatement(
  file: StatementFile,
  command: StatementCommand,
  context: StatementContext,
): StatementOutcome {
  const { person } = context;
  switch (command.kind) {
    case 'edit': {
      if (isFrozen(file)) return { refused: 'frozen' };
      const { content, planRun = file.planRun, kept = file.kept } = command;
      return { file: { ...rewritten(file, person), content, planRun, kept } };
    }
    case 'arrange': {
      if (isFrozen(file)) return { refused: 'frozen' };
      if (file.stage !== 'draft') return { refused: 'notDraft' };
      return { file: { ...file, cosigners: unsigned([...new Set(command.units)]), inOrder: command.inOrder } };
    }
    case 'comment':
      return comment(file, command, context);
    case 'answer':
    case 'settle':
      return respond(file, command, context);
    case 'submit':
      return submit(file, context);
    case 'sign':
    case 'return':
      return sign(file, command, context);
    case 'release':
      return release(file, command, context);
    case 'correct': {
      if (!isFrozen(file)) return { refused: 'notReleased' };
      const cosigners = unsigned(file.cosigners.map((one) => one.unit));
      const next = { ...file, edition: file.edition + 1, stage: 'draft' as const, authors: [person], cosigners };
      return { file: { ...next, comments: [], kept: [] } };
    }
    case 'withdraw':
      return withdraw(file, command, context);
  }
}

function comment(
  file: StatementFile,
  { block: id, passage, text }: Extract<StatementCommand, { kind: 'comment' }>,
  { person, today }: StatementContext,
): StatementOutcome {
  if (isFrozen(file)) return { refused: 'frozen' };
  const block = file.content.blocks.find((one) => one.id === id);
  if (!block || (passage && findPassage(blockText(block.paragraphs), passage)?.start !== passage.start))
    return { refused: 'unknownPlace' };
  const made = { block: id, ...(passage ? { passage } : {}), text, by: person, on: today, settled: false };
  return { file: { ...file, comments: [...file.comments, made] } };
}

/** A comment is answered by whoever may comment, and settled by whoever writes; neither touches the text. */
function respond(
  file: StatementFile,
  command: Extract<StatementCommand, { kind: 'answer' | 'settle' }>,
  { person, today }: StatementContext,
): StatementOutcome {
  if (isFrozen(file)) return { refused: 'frozen' };
  const found = file.comments[command.comment];
  if (!found) return { refused: 'unknownComment' };
  const changed =
    command.kind === 'settle'
      ? { ...found, settled: true, settledBy: person }
      : { ...found, answers: [...(found.answers ?? []), { by: person, on: today, text: command.text }] };
  return { file: { ...file, comments: file.comments.with(command.comment, changed) } };
}

/** What keeps a text from being shown to others as finished. */
function unfinished(file: StatementFile, { stale }: StatementContext): StatementRefusal | null {
  if (file.content.blocks.some((block) => block.missing.length > 0)) return 'missingParts';
  return stale > 0 ? 'staleFigures' : null;
}

function submit(file: StatementFile, context: StatementContext): StatementOutcome {
  if (isFrozen(file)) return { refused: 'frozen' };
  if (file.stage !== 'draft') return { refused: 'notDraft' };
  const reason = unfinished(file, context);
  return reason ? { refused: reason } : { file: { ...file, stage: 'cosigning' } };
}

function sign(
  file: StatementFile,
  command: Extract<StatementCommand, { kind: 'sign' | 'return' }>,
  { person, today }: StatementContext,
): StatementOutcome {
  if (isFrozen(file)) return { refused: 'frozen' };
  if (file.stage !== 'cosigning') return { refused: 'notCosigning' };
  const at = file.cosigners.findIndex((one) => one.unit === command.unit);
  if (at < 0) return { refused: 'unknownUnit' };
  const firstOpen = file.cosigners.findIndex((one) => one.state !== 'signed');
  if (file.inOrder && firstOpen >= 0 && firstOpen < at) return { refused: 'notYourTurn' };
  const state = command.kind === 'sign' ? ('signed' as const) : ('returned' as const);
  const comment = command.comment ? { comment: command.comment } : {};
  const represented = command.actingFor ? { for: command.actingFor } : {};
  const signature = { unit: command.unit, state, by: person, ...represented, on: today, ...comment };
  const cosigners = file.cosigners.with(at, signature);
  return { file: { ...file, cosigners, stage: state === 'signed' ? file.stage : 'draft' } };
}

function release(
  file: StatementFile,
  { hash, actingFor = null }: Extract<StatementCommand, { kind: 'release' }>,
  context: StatementContext,
): StatementOutcome {
  if (isFrozen(file)) return { refused: 'frozen' };
  if (file.stage !== 'cosigning') return { refused: 'notCosigning' };
  const hands = [context.person, ...(actingFor === null ? [] : [actingFor])];
  if (hands.some((one) => file.authors.includes(one))) return { refused: 'sameHands' };
  if (file.cosigners.some((one) => one.state !== 'signed')) return { refused: 'cosignatureMissing' };
  if (file.comments.some((one) => !one.settled)) return { refused: 'openComments' };
  const reason = unfinished(file, context);
  if (reason) return { refused: reason };
  const { paper, edition, content, planRun, authors, cosigners, kept } = file;
  const former = correctedBy(edition, context.released);
  return {
    file: { ...file, stage: 'released' },
    publication: {
      kind: 'release',
      id: `${paper}.${edition}`,
      paper,
      edition,
      ...(former ? { corrects: { edition: former.edition, on: former.on } } : {}),
      content,
      planRun,
      hash,
      authors,
      cosigners,
      kept,
      releasedBy: context.person,
      ...(actingFor === null ? {} : { releasedFor: actingFor }),
      releasedOn: context.today,
    },
  };
}

/**
 * Takes a released edition back: the newest, or an older one, also while a correction is being written, which goes on.
 */
function withdraw(
  file: StatementFile,
  { edition, reason }: Extract<StatementCommand, { kind: 'withdraw' }>,
  { person, today, released }: StatementContext,
): StatementOutcome {
  if (!released.some((one) => one.edition === edition && one.standing)) return { refused: 'notReleased' };
  const { paper } = file;
  const id = `${paper}.${edition}.withdrawn`;
  const stage = edition === file.edition ? ('withdrawn' as const) : file.stage;
  return {
    file: { ...file, stage },
    publication: { kind: 'withdrawal', id, paper, edition, reason, withdrawnBy: person, withdrawnOn: today },
  };
}
