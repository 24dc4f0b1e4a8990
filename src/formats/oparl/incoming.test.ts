import { expect, test } from 'vitest';
import { defaultCouncilSettings } from '../../council/index.ts';
import type { Imported, ImportedOf } from './imported.ts';
import { incomingPaper, type Surroundings } from './incoming.ts';

const paper = (address: string, more: Partial<ImportedOf<'paper'>>): ImportedOf<'paper'> => ({
  kind: 'paper',
  address,
  name: 'Digitale Beteiligung',
  originators: [],
  related: [],
  superordinated: [],
  files: [],
  consultations: [],
  ...more,
});

const motion = paper('motion', { reference: 'BA-007/2021', paperType: 'Beschlussantrag', files: ['f1', 'f2'] });
const answer = paper('answer', { name: 'Zu BA-007/2021', paperType: 'Stellungnahme', superordinated: ['motion'] });
const files: Imported[] = [
  { kind: 'file', address: 'f1', name: 'Stellungnahme der Verwaltung' },
  { kind: 'file', address: 'f2', name: 'Anlage 1' },
];

/** The motion as it comes from a server whose statements lie there. */
function from(statements: Surroundings['statements']) {
  const { statements: found, files: others } = incomingPaper(motion, false, {
    at: (address) => files.find((one) => one.address === address),
    consultations: [],
    others: [answer],
    register: [],
    councilBody: 'Stadtrat',
    numberForms: defaultCouncilSettings().numberForms,
    statements,
  });
  return { statements: found.map((one) => one.name), files: others.map((one) => one.name) };
}

test('where a server keeps statements is a habit of its own: files of the paper, papers of their own, or both', () => {
  const [file, attachment] = ['Stellungnahme der Verwaltung', 'Anlage 1'];
  expect(from('files')).toEqual({ statements: [file], files: [attachment] });
  expect(from('papers')).toEqual({ statements: ['Zu BA-007/2021'], files: [file, attachment] });
  expect(from('both')).toEqual({ statements: [file, 'Zu BA-007/2021'], files: [attachment] });
});
