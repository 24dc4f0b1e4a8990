import type { IncomingPaper } from '../../api/council-import.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';

/** Where the paper in the form came from, what was not certain about it, and the files that lie there. */
export function IncomingNote({ incoming }: { incoming: IncomingPaper }) {
  const { t, text } = useLanguage();
  const files = [...incoming.statements, ...incoming.files];
  return (
    <div className="fp-message">
      <p>{t.councilImport.from(incoming.web ?? incoming.address)}</p>
      {incoming.hints.length > 0 && (
        <ul>
          {incoming.hints.map((one) => (
            <li key={one.de}>{text(one)}</li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <>
          <p>{t.councilImport.files}:</p>
          <ul>
            {files.map((one) => (
              <li key={`${one.url ?? ''} ${one.name}`}>
                <German>{one.url ? <a href={one.url}>{one.name}</a> : one.name}</German>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
