import { filled, type Raw, text, word } from './search-words.ts';

/** What the addresses of the council desk remember. */

export interface PapersSearch {
  /** Which tasks are shown: those of the reader's own units, or what is overdue; else all. */
  aufgaben?: 'meine' | 'ueberfaellig';
  art?: 'motion' | 'councilInquiry' | 'amendment' | 'draftResolution' | 'information';
}

export function papersSearch(raw: Raw): PapersSearch {
  return filled({
    aufgaben: word(raw, 'aufgaben', ['meine', 'ueberfaellig']),
    art: word(raw, 'art', ['motion', 'councilInquiry', 'amendment', 'draftResolution', 'information']),
  });
}

export interface CalendarSearch {
  /** `2020-09`; that of today if nothing is said. */
  monat?: string;
  /** Only what falls to the reader's own units. */
  nur?: 'meine';
}

export function calendarSearch(raw: Raw): CalendarSearch {
  const month = text(raw, 'monat');
  return filled({
    monat: month && /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    nur: word(raw, 'nur', ['meine']),
  });
}

export interface NewPaperSearch {
  /** Key of the paper of the council information system that is taken over. */
  ratsinfo?: string;
}

export function newPaperSearch(raw: Raw): NewPaperSearch {
  return filled({ ratsinfo: text(raw, 'ratsinfo') });
}

export interface CouncilImportSearch {
  /** Everything that was read, not only what is not taken over yet. */
  alles?: true;
}

export function councilImportSearch(raw: Raw): CouncilImportSearch {
  return raw.alles === true ? { alles: true } : {};
}

export interface ResolutionsSearch {
  gremium?: string;
}

export function resolutionsSearch(raw: Raw): ResolutionsSearch {
  return filled({ gremium: text(raw, 'gremium') });
}
