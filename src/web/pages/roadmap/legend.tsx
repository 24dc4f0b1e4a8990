import type { ReactNode } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { PinMark } from './bars.tsx';

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span>
      <svg width="26" height="14" aria-hidden="true">
        {children}
      </svg>
      {label}
    </span>
  );
}

/** What the marks of the timeline mean. */
export function Legend() {
  const { t } = useLanguage();
  const classes = [
    ['mandatory', 'b-M'],
    ['prerequisite', 'b-P'],
    ['decided', 'b-C'],
    ['optional', 'b-O'],
  ] as const;
  return (
    <div className="fp-legend">
      <Entry label={t.roadmap.approved}>
        <rect x=".5" y="1.5" width="25" height="11" className="b-ok" />
      </Entry>
      {classes.map(([kind, className]) => (
        <Entry key={kind} label={`${t.classLetters[kind]} ${t.classes[kind]}`}>
          <rect x=".5" y="3.5" width="25" height="8" className={className} />
        </Entry>
      ))}
      <Entry label={t.roadmap.chosen}>
        <rect y="3" width="26" height="8" className="b-sel" />
      </Entry>
      <Entry label={t.deadlineKinds.statutory}>
        <line className="m-law" x1="6" x2="6" y1="0" y2="14" />
        <text className="t-law" x="10" y="12">
          §
        </text>
      </Entry>
      <Entry label={t.deadlineKinds.promised}>
        <line className="m-goal" x1="12" x2="12" y1="0" y2="14" />
      </Entry>
      <Entry label={t.overview.milestone}>
        <path className="m-stone" d="M13 1l6 6l-6 6l-6-6z" />
      </Entry>
      <Entry label={t.hold.pinned}>
        <PinMark x={9} />
      </Entry>
      <Entry label={t.hold.critical}>
        <rect y="6" width="26" height="2.5" className="b-crit" />
      </Entry>
    </div>
  );
}
