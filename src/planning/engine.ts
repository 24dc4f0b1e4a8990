/** Version of engine and questions: a stored plan run is recomputed to the same bytes only with the same version. */
export const ENGINE_VERSION = '0.1.0';

/**
 * Seed of every search unless the user names another. The search is a heuristic: another seed may find a start some
 * weeks earlier or later.
 */
export const DEFAULT_SEED = 1;
