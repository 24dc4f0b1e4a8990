/** Version of engine and questions: a stored plan run is recomputed to the same bytes only with the same version. */
export const ENGINE_VERSION = '0.6.0';

/**
 * Seed of every search unless the user names another. The search is a heuristic: another seed may find a start some
 * weeks earlier or later. With this one every date of the Chemnitz example lies within six weeks of the exact one.
 */
export const DEFAULT_SEED = 4;
