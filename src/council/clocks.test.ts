import { describe, expect, test } from 'vitest';
import { addMonths, clocksOf, dueDate, SAXON_CLOCKS } from './clocks.ts';
import { smallPaper } from './testing.ts';

test.each([
  ['2020-01-31', 1, '2020-02-29'],
  ['2021-01-31', 1, '2021-02-28'],
  ['2020-10-14', -6, '2020-04-14'],
  ['2020-08-31', -6, '2020-02-29'],
  ['2020-12-15', 1, '2021-01-15'],
  ['2020-01-15', -1, '2019-12-15'],
])('%s plus %d months is %s', (from, months, expected) => {
  expect(addMonths(from, months)).toBe(expected);
});

describe('due dates', () => {
  test('days, weeks, months and meetings', () => {
    expect(dueDate({ days: 3 }, '2020-02-27')).toBe('2020-03-01');
    expect(dueDate({ weeks: 4 }, '2020-01-22')).toBe('2020-02-19');
    expect(dueDate({ months: 6 }, '2020-04-30')).toBe('2020-10-30');
    expect(dueDate({ meetings: 2 }, '2020-09-01', ['2020-12-09', '2020-09-01', '2020-10-14', '2020-11-11'])).toBe(
      '2020-11-11',
    );
  });

  test('too few meetings known: no date is invented', () => {
    expect(dueDate({ meetings: 2 }, '2020-09-01', ['2020-10-14'])).toBeNull();
  });
});

describe('clocks of a paper', () => {
  test('an inquiry is answered in four weeks (SächsGemO § 28 Abs. 6)', () => {
    const paper = smallPaper({ kind: 'councilInquiry', receivedOn: '2020-01-22' });
    const [clock, ...others] = clocksOf(paper, SAXON_CLOCKS);
    expect(clock).toMatchObject({ startsOn: '2020-01-22', dueOn: '2020-02-19', missing: null });
    expect(clock?.rule.paragraph.replaceAll('\u00a0', ' ')).toBe('SächsGemO § 28 Abs. 6');
    expect(others).toEqual([]);
  });

  test('without a day of receipt the clock says what is missing', () => {
    const paper = smallPaper({ kind: 'councilInquiry', receivedOn: undefined });
    expect(clocksOf(paper, SAXON_CLOCKS)[0]).toMatchObject({
      dueOn: null,
      missing: { de: 'Eingangsdatum ist nicht erfasst' },
    });
  });

  test('a motion comes on the agenda of the next but one meeting; an objection runs two weeks', () => {
    const paper = smallPaper({
      consultations: [{ body: 'Stadtrat', role: 'authoritative', on: '2021-02-01', result: 'adopted' }],
    });
    const clocks = clocksOf(paper, SAXON_CLOCKS, { meetings: ['2021-01-11', '2021-02-01'] });
    const due = Object.fromEntries(clocks.map((clock) => [clock.rule.id, clock.dueOn]));
    expect(due).toMatchObject({
      agendaItem: '2021-02-01',
      objection: '2021-02-15',
      minutes: '2021-03-01',
      treatedAgain: null,
    });
  });

  test('a city may pass clocks of its own rules', () => {
    const own = SAXON_CLOCKS.map((rule) => (rule.id === 'inquiryAnswer' ? { ...rule, span: { weeks: 2 } } : rule));
    expect(clocksOf(smallPaper({ kind: 'councilInquiry' }), own)[0]?.dueOn).toBe('2020-12-28');
  });
});
