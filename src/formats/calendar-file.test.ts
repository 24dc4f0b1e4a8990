import { expect, test } from 'vitest';
import { meetingSchema } from '../council/index.ts';
import { writeCalendar } from './calendar-file.ts';

test('deadlines are whole days, meetings have their local time, and ids are stable', () => {
  const meeting = meetingSchema.parse({ id: 'rat-2021-02', body: 'Stadtrat', on: '2021-02-17', time: '15:00' });
  const due = {
    paper: 'ra-1-2021',
    label: { de: 'Antwort; binnen vier Wochen', en: 'Answer' },
    basis: { de: 'SächsGemO § 28 Abs. 6', en: 'SächsGemO § 28 Abs. 6' },
    dueOn: '2021-02-01',
    daysLeft: 3,
    owed: true,
    overdue: false,
  };
  const content = { host: 'stadt.example', name: 'Ratspost', papers: [], deadlines: [due], meetings: [meeting] };
  const text = writeCalendar(content);
  expect(text).toContain('DTSTART;VALUE=DATE:20210201');
  expect(text).toContain('DTSTART:20210217T150000\r\n');
  expect(text).toContain('SUMMARY:ra-1-2021: Antwort\\; binnen vier Wochen');
  expect(text).toContain('UID:rat-2021-02@stadt.example');
  expect(writeCalendar(content)).toBe(text);
});
