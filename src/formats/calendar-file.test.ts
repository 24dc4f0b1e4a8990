import { expect, test } from 'vitest';
import { type DayEntry, meetingSchema } from '../council/index.ts';
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
  const entry = { responsible: null, task: null, late: false };
  const promise = { de: 'Prüfung des Chatbots', en: '' };
  const task = { de: 'Konzept vorlegen', en: '' };
  const reminders: DayEntry[] = [
    { ...entry, kind: 'promise', on: '2022-12-31', id: 'z-1', title: 'BA-1/2021', text: promise },
    { ...entry, kind: 'resolution', on: '2021-05-01', id: 'b-1', title: 'BA-2/2021', text: task },
    { ...entry, kind: 'resolution', on: '2021-06-01', id: 'b-1', step: 'a', title: 'BA-2/2021', text: task },
  ];
  const about = { host: 'stadt.example', name: 'Ratspost', papers: [] };
  const content = { ...about, deadlines: [due], meetings: [meeting], reminders };
  const text = writeCalendar(content);
  expect(text).toContain('DTSTART;VALUE=DATE:20210201');
  expect(text).toContain('DTSTART:20210217T150000\r\n');
  expect(text).toContain('SUMMARY:ra-1-2021: Antwort\\; binnen vier Wochen');
  expect(text).toContain('UID:rat-2021-02@stadt.example');
  expect(text).toContain('SUMMARY:BA-1/2021: Zusage');
  expect(text).toContain('DESCRIPTION:Prüfung des Chatbots');
  const ids = text.match(/^UID:.*$/gm) ?? [];
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
  expect(text).toContain('UID:resolution.b-1@stadt.example');
  expect(text).toContain('UID:resolution.b-1/a@stadt.example');
  const later = writeCalendar({ ...content, reminders: reminders.slice(2) });
  expect(later).toContain('UID:resolution.b-1/a@stadt.example');
  expect(writeCalendar(content)).toBe(text);
});
