import type { Evidence, Meeting, Organization, Paper, Release, Verdict } from '../../council/index.ts';

/** When something came to be and when it changed last, as moments in UTC. */
export interface Times {
  created: string;
  modified: string;
}

/** A figure of a statement for machines, with what it rests on. */
export interface Figure {
  id: string;
  key: string;
  value: string;
  derivation: string;
  provenance: string;
  illustrative: boolean;
  source: Evidence['source'];
}

/** A release with what happened to it since. */
export interface PublishedStatement {
  release: Release;
  publishedAt: string;
  withdrawnAt?: string;
  /** What the computation came to on which the text rests; missing if it was none about a paper. */
  verdict?: { value: Verdict | null; lookAgainOn: string | null; label: string };
  /** Figures with their evidence, as the public page gives them to machines. */
  figures: readonly Figure[];
}

/** Everything of a city that OParl shows: nothing that was not released gets in here. */
export interface Published {
  /** The server's public address. */
  origin: string;
  city: { id: string; name: string; agsKey: string; times: Times };
  councilBody: string;
  /** Papers on which a statement was released. */
  papers: readonly { paper: Paper; times: Times }[];
  statements: readonly PublishedStatement[];
  meetings: readonly { meeting: Meeting; times: Times }[];
  /** Council, committees, factions that are on record; others are known by the name that papers give them. */
  organizations: readonly { organization: Organization; times: Times }[];
  /** Meetings and organizations that were deleted, so that whoever has read them hears of it. */
  deleted: readonly { list: 'meeting' | 'organization'; id: string; times: Times }[];
  units: readonly { id: string; name: string; times: Times }[];
}

/** The later of two moments. Both are UTC with the same number of digits, so that letters decide. */
export const latest = (...moments: readonly (string | undefined)[]): string =>
  moments.reduce<string>((newest, one) => (one !== undefined && one > newest ? one : newest), '');
