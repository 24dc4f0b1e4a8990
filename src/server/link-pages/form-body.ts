import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../http/problems.ts';

/** Largest form of a page behind a link, bytes. */
const FORM_BYTES = 500_000;

/** Refuses a form that is larger than any that a person would send. */
export const formLimit = bodyLimit({
  maxSize: FORM_BYTES,
  onError: () => {
    throw new Problem('too-large');
  },
});
