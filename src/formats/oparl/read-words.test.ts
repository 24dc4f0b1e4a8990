import { expect, test } from 'vitest';
import { addressKey } from './imported.ts';
import { dayIn, momentIn, textIn, timeIn } from './read-values.ts';
import { isStatementName, paperKindIn, resultIn, roleIn } from './read-words.ts';

test.each([
  ['Beschlussantrag', 'motion'],
  ['Antrag der Fraktion', 'motion'],
  ['Änderungsantrag', 'amendment'],
  ['Ratsanfrage', 'councilInquiry'],
  ['Beantwortung einer Anfrage', 'statement'],
  ['Stellungnahme der Verwaltung', 'statement'],
  ['Beschlussvorlage', 'draftResolution'],
  ['Informationsvorlage', 'information'],
  ['Mitteilung', 'information'],
  ['Sonstiges', undefined],
])('a paper of type %s is a %s', (words, kind) => {
  expect(paperKindIn(words)).toBe(kind);
});

test.each([
  ['Vorberatung', undefined, 'preliminary'],
  ['zur Entscheidung', undefined, 'authoritative'],
  ['Beschlussfassung', false, 'authoritative'],
  ['Anhörung', undefined, 'hearing'],
  ['Kenntnisnahme', undefined, 'hearing'],
  ['TOP', true, 'authoritative'],
  [undefined, false, 'preliminary'],
  [undefined, undefined, undefined],
])('role %s with authoritative %s is %s', (words, authoritative, role) => {
  expect(roleIn(words, authoritative)).toBe(role);
});

test.each([
  ['unverändert beschlossen', 'adopted'],
  ['ungeändert beschlossen', 'adopted'],
  ['geändert beschlossen, mehrheitlich', 'adoptedWithChanges'],
  ['einstimmig angenommen', 'adopted'],
  ['mit 3 Änderungen beschlossen', 'adoptedWithChanges'],
  ['nicht beschlossen', 'rejected'],
  ['mehrheitlich abgelehnt', 'rejected'],
  ['verwiesen in den Ausschuss', 'referred'],
  ['zur Kenntnis genommen', 'noted'],
  ['vom Antragsteller zurückgezogen', 'withdrawn'],
  ['vertagt', undefined],
  ['zurückgestellt', undefined],
  ['erledigt', undefined],
])('the result "%s" is %s', (words, result) => {
  expect(resultIn(words)).toBe(result);
});

test('statements are known by the name of the file', () => {
  for (const name of ['Stellungnahme BA-090', 'Antwort der Verwaltung', 'Beantwortung der Anfrage', 'Antwortschreiben'])
    expect(isStatementName(name), name).toBe(true);
  for (const name of ['Anlage 1', 'Lageplan', 'Rückantwort Einladung']) expect(isStatementName(name), name).toBe(false);
});

test('days, moments and times: German zone, German writing, and the years that mean "unknown"', () => {
  expect(dayIn('2020-08-31T23:30:00Z')).toBe('2020-09-01');
  expect(dayIn('31.08.2020')).toBe('2020-08-31');
  for (const wrong of ['0001-01-01', '1900-01-01', '9999-12-31', '2020-02-31', 'demnächst', 20200831, null])
    expect(dayIn(wrong)).toBeUndefined();
  expect(timeIn('2020-08-31T15:00:00+02:00')).toBe('15:00');
  expect(timeIn('2020-08-31T00:00:00+02:00')).toBeUndefined();
  expect(momentIn('2020-08-31T15:00:00+02:00')).toBe('2020-08-31T13:00:00.000Z');
});

test('texts lose tags and control characters; addresses lose the slash at the end', () => {
  expect(textIn('<p>Ein\u0000 <b>Text</b></p>', 300)).toBe('Ein Text');
  expect(textIn('x'.repeat(1000), 300)).toHaveLength(300);
  expect(addressKey('HTTPS://X.example/a/#teil')).toBe('https://x.example/a');
});
