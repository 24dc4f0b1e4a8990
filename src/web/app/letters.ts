/** So long browsers themselves hide text for its letters (`font-display: block`, CSS Fonts Module Level 4, section 11.2). */
const LONGEST_MS = 3000;

/**
 * Resolves when the letters have their shapes. Text that is set in others first is set anew, lines break elsewhere, and
 * everything below them jumps. A line that is too slow for them shows the page all the same.
 */
export function letters(): Promise<unknown> {
  const loaded = ['400', '500', '600'].map((weight) => document.fonts.load(`${weight} 1em "Fira Sans"`));
  const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_MS));
  return Promise.race([Promise.allSettled(loaded), patience]);
}
