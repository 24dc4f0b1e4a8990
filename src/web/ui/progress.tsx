import { ProgressBar } from 'react-aria-components/ProgressBar';

/** Long work: how far it is, from 0 to 1, and what is being done. */
export function Progress({ value, label, percent }: { value: number; label: string; percent: string }) {
  return (
    <ProgressBar className="fp-progress__bar" value={value} maxValue={1} valueLabel={percent} aria-label={label}>
      {({ percentage }) => (
        <div className="fp-progress__track">
          <div className="fp-progress__fill" style={{ width: `${percentage ?? 0}%` }} />
        </div>
      )}
    </ProgressBar>
  );
}
