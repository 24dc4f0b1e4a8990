import type { Language } from '../../agenda/index.ts';
import { fieldNames } from './field-names.ts';

/** Names of fields and values of stored records, for people. What is not listed is shown as it is stored. */

/** Fields that hold the key of another record, and its kind. */
const references: Record<string, string> = {
  actionField: 'actionField',
  belongsTo: 'strategy',
  budgetLine: 'budgetLine',
  candidate: 'project',
  distinctFrom: 'need',
  goals: 'goal',
  interviews: 'interview',
  leadUnit: 'unit',
  mergedInto: 'need',
  needs: 'need',
  obligation: 'obligation',
  obligations: 'obligation',
  parent: 'unit',
  participants: 'unit',
  partner: 'partner',
  partners: 'partner',
  predecessor: 'project',
  prerequisites: 'prerequisite',
  project: 'project',
  projects: 'project',
  source: 'source',
  stage: 'stage',
  strategies: 'strategy',
  team: 'team',
  unit: 'unit',
  units: 'unit',
};

const pick = (pair: readonly [string, string], language: Language): string => pair[language === 'de' ? 0 : 1];

/** A label at the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Label of a field; a key that is data, like a team's, is its own label. The state of a gate is no land. */
export function fieldLabel(key: string, language: Language, within = ''): string {
  const pair = fieldNames[key === 'state' && within === 'gates' ? 'status' : key];
  return pair ? pick(pair, language) : key;
}

/** A field as a form calls it, with those inside it. */
interface Labelled {
  name: string;
  label?: string;
  fields?: readonly Labelled[];
}

/**
 * The place of a value in words, from its JSON Pointer (RFC 6901): `/phases/0/name` is „Phasen 1 › Name“. Empty for the
 * record as a whole. Where a form calls a field by a name of its own, that is its name here too.
 */
export function placeText(pointer: string, language: Language, fields: readonly Labelled[] = []): string {
  let inside = fields;
  const parts = pointer.split('/').slice(1);
  const names: string[] = [];
  for (const [index, escaped] of parts.entries()) {
    const part = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    if (/^\d+$/.test(part) && names.length > 0) names.push(`${names.pop()} ${Number(part) + 1}`);
    else {
      const field = inside.find(({ name }) => name === part);
      inside = field?.fields ?? [];
      names.push(field?.label ?? capital(fieldLabel(part, language, parts[index - 2])));
    }
  }
  return names.join(' › ');
}

/** What is wrong with a value, with its place in words: for lists that stand apart from the fields. */
export function placedDetail(
  one: { pointer: string; detail: string },
  language: Language,
  fields: readonly Labelled[] = [],
): string {
  const place = placeText(one.pointer, language, fields);
  return place === '' ? one.detail : `${place}: ${one.detail}`;
}

/** Kind of the record that a field's value names, or nothing. The unit of an indicator is a measure, no office. */
export function kindOfField(key: string, within: string): string | null {
  if (key === 'unit' && within === 'indicators') return null;
  return references[key] ?? null;
}
