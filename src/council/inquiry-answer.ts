import type { Paper } from './paper.ts';
import type { Publication } from './statement-file.ts';

/**
 * The inquiry as it stands after its answer was published: a released answer is entered as given, on the day of the
 * release; if the newest edition is withdrawn, it is taken back. Other papers stay as they are: the council decides what
 * becomes of them.
 * @param newest number of the newest edition that was released
 */
export function withPublishedAnswer(paper: Paper, publication: Publication, newest: number): Paper {
  if (paper.kind !== 'councilInquiry' || publication.edition < newest) return paper;
  if (publication.kind === 'release') {
    const summary = `Freigegebene Antwort, Fassung ${publication.edition}.`;
    const on = publication.releasedOn;
    return { ...paper, answer: { on, summary }, outcome: { result: 'answered', on } };
  }
  const { answer: _answer, outcome: _outcome, ...open } = paper;
  return open;
}
