import { expect, test } from 'vitest';
import { faultsAfter } from './testing.ts';

test.each([
  ['city.name', undefined, 'Bitte ausfüllen.', 'Please fill this in.'],
  ['city.name', '', 'Bitte ausfüllen.', 'Please fill this in.'],
  [
    'city.agsKey',
    '145',
    'Bitte den amtlichen Gemeindeschlüssel mit 8 Ziffern angeben, zum Beispiel 14511000.',
    /^Please/,
  ],
  ['city.budgetRhythm', 'yearly', 'Bitte eine der Möglichkeiten wählen.', /^Please choose/],
  ['planStart', '2020-02-30', 'Bitte ein Datum angeben, das es gibt, zum Beispiel 31.08.2020.', /^Please give a date/],
  ['planStart', '1800-01-06', 'Der Tag liegt vor 1900 oder nach 2199. Bitte das Jahr prüfen.', /before 1900/],
  ['planStart', '1800-02-30', 'Bitte ein Datum angeben, das es gibt, zum Beispiel 31.08.2020.', /^Please give a date/],
  ['teams[0].daysPerFte', 'viele', 'Bitte eine Zahl angeben.', 'Please give a number.'],
  ['teams[0].capacity', [], 'Bitte mindestens einen Eintrag angeben.', /entry/],
  ['teams[0].costPerFteCents', -1, 'Bitte eine Zahl von mindestens 0 € angeben.', /at least 0 €/],
  ['projects[1].phases[0].work.own.weeks', 2.5, 'Bitte eine ganze Zahl angeben.', /whole number/],
  ['needs[0].weight', 6, 'Bitte eine Zahl von höchstens 5 angeben.', /at most 5/],
  ['obligations[0].gate', 'ja', 'Bitte ja oder nein angeben.', /yes or no/],
])('a form says at %s = %j what is expected there, without the place', (place, value, de, en) => {
  const [fault] = faultsAfter({ [place]: value }).filter((one) => one.code === 'shape');
  expect(fault?.remark?.de).toBe(de);
  expect(fault?.remark?.en).toEqual(typeof en === 'string' ? en : expect.stringMatching(en));
});

test('limits of stored cents and tenths are said as they are typed', () => {
  const [tenths] = faultsAfter({ 'projects[1].phases[0].work.own.effortTenths.PM': 123_456_789_012 });
  expect(tenths?.remark?.de).toMatch(/^Bitte eine Zahl von höchstens [\d.]+ angeben\.$/);
});
