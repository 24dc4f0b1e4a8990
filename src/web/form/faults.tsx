import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/types.ts';
import { useLanguage } from '../language/context.tsx';
import { PlacedDetail } from '../ui/placed-detail.tsx';

/** A field that says that something is wrong with it. */
interface Fault {
  element: HTMLElement;
  label: string;
  detail: string;
}

const textOf = (element: Element | null): string => element?.textContent?.trim() ?? '';

/** The fields of a form that are marked as wrong, in the order in which they stand. */
function faultsIn(form: ParentNode): Fault[] {
  return [...form.querySelectorAll<HTMLElement>('[aria-invalid="true"][id]')].map((element) => ({
    element,
    label: textOf(form.querySelector(`label[for="${CSS.escape(element.id)}"]`)),
    detail: textOf(document.getElementById(`${element.id}-error`)),
  }));
}

/**
 * Everything that is wrong with a form, or with a group of fields that is sent by itself, above it: what the fields say
 * of themselves, each with the way to it, and what belongs to none of them. It takes the focus when it appears. For forms
 * of any shape; those on records, whose fields stand at pointers, have `Summary`.
 */
export function Faults({ problem }: { problem: Problem | null }) {
  const { t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  useEffect(() => {
    const form = box.current?.closest('form, fieldset');
    if (problem === null || !form) return;
    setFaults(faultsIn(form));
    box.current?.focus();
  }, [problem]);
  if (problem === null) return null;
  const rest = problem.errors?.filter(({ detail }) => !faults.some((fault) => fault.detail.includes(detail))) ?? [];
  const wrong = faults.length > 0 || rest.length > 0;
  const title = problem.status === 0 ? t.states.offline : wrong ? t.form.wrong : problem.title;
  const advice = problem.status === 0 ? t.states.offlineAdvice : problem.status >= 500 ? t.states.faultAdvice : '';
  return (
    <div className="fp-message fp-message--wrong" role="alert" tabIndex={-1} ref={box}>
      <p className="fp-strong">{title}</p>
      {problem.detail && problem.detail !== title && !faults.some(({ detail }) => detail === problem.detail) && (
        <p>{problem.detail}</p>
      )}
      {wrong && (
        <ul className="fp-list">
          {faults.map(({ element, label, detail }) => (
            <li key={element.id}>
              <a
                href={`#${element.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  element.focus();
                  element.scrollIntoView({ block: 'center' });
                }}
              >
                {label}: {detail}
              </a>
            </li>
          ))}
          {rest.map((error) => (
            <li key={`${error.pointer} ${error.detail}`}>
              <PlacedDetail error={error} />
            </li>
          ))}
        </ul>
      )}
      {advice && <p className="fp-muted">{advice}</p>}
      {problem.status >= 500 && problem.instance && (
        <p className="fp-muted">
          {t.states.reportId}: <code>{problem.instance.replace(/^urn:fahrplan:request:/, '')}</code>
        </p>
      )}
      <p className="fp-muted">{t.form.nothingLost}</p>
    </div>
  );
}
