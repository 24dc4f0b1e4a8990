/** Version of engine and questions: a stored plan run is recomputed to the same bytes only with the same version. */
export const ENGINE_VERSION = '0.1.0';
