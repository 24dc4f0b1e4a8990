import { useEffect, useRef } from 'react';
import type { Problem } from '../api/types.ts';
import { placedDetail } from '../fields/field-labels.ts';
import { useLanguage } from '../language/context.tsx';
import { elementId } from './path.ts';
import type { FieldSpec } from './spec.ts';

/** The form element at a pointer, or the nearest one around it. */
function elementAt(pointer: string): HTMLElement | null {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const element = document.getElementById(elementId(place));
    if (element) return element;
  }
  return null;
}

/** Everything that is wrong with a form, above it; each line leads to its field. It takes the focus when it appears. */
export function Summary({ problem, fields = [] }: { problem: Problem; fields?: readonly FieldSpec[] }) {
  const { t, language } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal is told.
  useEffect(() => box.current?.focus(), [problem]);
  const errors = problem.errors ?? [];
  const offline = problem.status === 0;
  return (
    <div className="fp-message fp-message--wrong" role="alert" tabIndex={-1} ref={box}>
      <p className="fp-strong">{offline ? t.states.offline : errors.length > 0 ? t.form.wrong : problem.title}</p>
      {problem.detail && <p>{problem.detail}</p>}
      {errors.length > 0 && (
        <ul className="fp-list">
          {errors.map((error) => (
            <li key={`${error.pointer} ${error.detail}`}>
              {elementAt(error.pointer) ? (
                <a
                  href={`#${elementId(error.pointer)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    const element = elementAt(error.pointer);
                    element?.focus();
                    element?.scrollIntoView({ block: 'center' });
                  }}
                >
                  {placedDetail(error, language, fields)}
                </a>
              ) : (
                placedDetail(error, language, fields)
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="fp-muted">{t.form.nothingLost}</p>
    </div>
  );
}
