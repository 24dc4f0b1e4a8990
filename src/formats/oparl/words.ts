import type { Consultation, ItemResult, PaperKind } from '../../council/index.ts';

/** German words of OParl's free texts, as we write them; what others write is read by `read-words.ts`. */

export const PAPER_TYPES: Record<PaperKind, string> = {
  motion: 'Beschlussantrag',
  councilInquiry: 'Ratsanfrage',
  amendment: 'Änderungsantrag',
  draftResolution: 'Beschlussvorlage',
  information: 'Informationsvorlage',
};

export const STATEMENT_TYPE = 'Stellungnahme';

export const CONSULTATION_ROLES: Record<Consultation['role'], string> = {
  statement: STATEMENT_TYPE,
  preliminary: 'Vorberatung',
  authoritative: 'Entscheidung',
  hearing: 'Anhörung',
};

export const ITEM_RESULTS: Record<ItemResult, string> = {
  adopted: 'Unverändert beschlossen',
  adoptedWithChanges: 'Geändert beschlossen',
  rejected: 'Abgelehnt',
  referred: 'Verwiesen',
  withdrawn: 'Zurückgezogen',
  noted: 'Zur Kenntnis genommen',
};
