import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { writeXlsx } from './write-sheet.ts';

test('days are dates, numbers are numbers, and what looks like a formula stays text', async () => {
  const bytes = await writeXlsx({
    name: 'Projekte: alle/2020',
    head: ['Name', 'Beginn', 'T€'],
    rows: [
      ['=HYPERLINK("http://x")', { day: '2020-08-31' }, 12.5],
      ['+1', null, 0],
    ],
  });
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.worksheets[0];
  expect(sheet?.name).toBe('Projekte  alle 2020');
  expect(sheet?.getCell('A2').value).toBe('=HYPERLINK("http://x")');
  expect(sheet?.getCell('B2').value).toEqual(new Date('2020-08-31T00:00:00Z'));
  expect(sheet?.getCell('C2').value).toBe(12.5);
  expect(sheet?.getCell('B3').value).toBeNull();
});
