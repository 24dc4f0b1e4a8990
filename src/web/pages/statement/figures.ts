import type { Statement } from '../../../council/index.ts';
import type { Figure } from '../../rich-text/content.ts';
import { runsOf } from './runs.ts';

/** What can stand in the text as a bound figure: those that it shows, then every other value of its evidence. */
export function figuresOf({ blocks, evidence }: Statement): Figure[] {
  const shown = blocks.flatMap(runsOf).filter((run): run is Figure => run.kind === 'figure');
  const cards = evidence.map(
    ({ id, value, illustrative }): Figure => ({ kind: 'figure', text: value.de, evidence: id, illustrative }),
  );
  return [...new Map([...shown, ...cards].map((one) => [`${one.evidence} ${one.text}`, one])).values()];
}
