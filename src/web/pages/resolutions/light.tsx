import type { ResolutionRow } from '../../api/meetings.ts';
import { useLanguage } from '../../language/context.tsx';
import { Signal } from '../../ui/marks.tsx';

const shapes = {
  done: 'done',
  notPursued: 'off',
  late: 'bad',
  atRisk: 'near',
  onTrack: 'ok',
  notBegun: 'wait',
} as const;

/** How a resolution stands, in a word, with the rule that says so. */
export function ResolutionLight({ row }: { row: Pick<ResolutionRow, 'light' | 'rule'> }) {
  const { t, text } = useLanguage();
  return (
    <>
      <Signal shape={shapes[row.light]}>{t.resolutions.lights[row.light]}</Signal>
      <br />
      <span className="fp-note">{text(row.rule)}</span>
    </>
  );
}
