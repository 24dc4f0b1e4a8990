import type { Text } from '../agenda/index.ts';

/** The program cannot start or go on, for a reason that the reader can remove: one sentence, and exit code 1. */
export class Refusal extends Error {
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.de, options);
    this.name = 'Refusal';
    this.text = text;
  }
}
