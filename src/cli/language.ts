import type { Language } from '../agenda/index.ts';
import { Failure } from './failure.ts';
import { failureTexts } from './failure-texts.ts';

/**
 * Language of everything that is printed: `--lang`, else German. The language of the environment does not count: what
 * a German office sees must not depend on how a server was set up.
 */
export function languageOf(argv: readonly string[]): Language {
  for (const [i, word] of argv.entries()) {
    if (word === '--') break;
    const value = word.startsWith('--lang=')
      ? word.slice('--lang='.length)
      : word === '--lang'
        ? argv[i + 1]
        : undefined;
    if (value === 'en') return 'en';
    if (value !== undefined) return 'de';
  }
  return 'de';
}

/** Checks the value of `--lang` for the option parser. */
export function parseLanguage(value: string): Language {
  if (value === 'de' || value === 'en') return value;
  throw new Failure(failureTexts.language(value));
}
