/** How one field of a record is edited. Its label is that of the field everywhere else (`fields/field-labels.ts`). */
export type FieldSpec = {
  name: string;
  required?: boolean;
  hint?: string;
  label?: string;
} /** `wide`: a whole sentence. */ & (
  | { kind: 'line'; wide?: boolean }
  | { kind: 'prose' }
  | { kind: 'date' }
  /** Yes or no. */
  | { kind: 'flag' }
  /** `scale` 10: tenths are stored and days typed; 100 000: cents and thousands of euros. */
  | { kind: 'number'; scale?: number; unit?: string }
  | { kind: 'choice'; values: readonly string[]; words?: Record<string, string> }
  /** Another record, or several of them. */
  | { kind: 'one' | 'many'; of: string }
  /** One of the records inside the same record: `modes` of a project. */
  | { kind: 'inner'; of: string }
  /** Short texts, one per line. */
  | { kind: 'lines' }
  /** Fields of one thing inside the record, which is there as long as one of them is filled in. */
  | { kind: 'group'; fields: readonly FieldSpec[] }
  /** Records inside the record. */
  | { kind: 'list'; fields: readonly FieldSpec[]; blank: (list: readonly unknown[]) => object }
);

/** A part of a form with its title. */
export interface FormPart {
  id: string;
  title: string;
  fields: readonly FieldSpec[];
}
