import type { ReactNode } from 'react';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';

/** Rows of a form that can be added and removed; each row keeps its place until it is removed. */
export function Rows<Row extends { key: number }>(props: {
  rows: readonly Row[];
  /** What one row is, for the button that removes it: "Punkt 2". */
  nameOf: (row: Row, index: number) => string;
  onChange: (rows: Row[]) => void;
  add: { label: string; make: () => NoInfer<Row> };
  /** At least so many rows stay. */
  least?: number;
  children: (row: Row, index: number, change: (part: Partial<Row>) => void) => ReactNode;
}) {
  const { rows, nameOf, onChange, add, least = 0, children } = props;
  const { t } = useLanguage();
  return (
    <>
      {rows.length > 0 && (
        <ol className="fp-form__list">
          {rows.map((row, index) => (
            <li key={row.key}>
              <div>{children(row, index, (part) => onChange(rows.with(index, { ...row, ...part }).slice()))}</div>
              {rows.length > least && (
                <Button
                  look="quiet"
                  aria-label={t.paperForm.remove(nameOf(row, index))}
                  onPress={() => onChange(rows.filter((one) => one !== row))}
                >
                  {t.paperForm.removeShort}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      <p>
        <Button onPress={() => onChange([...rows, add.make()])}>{add.label}</Button>
      </p>
    </>
  );
}
