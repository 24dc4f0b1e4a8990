import type { calendar as german } from '../de/calendar.ts';

export const calendar: typeof german = {
  calendar: {
    title: 'Calendar',
    monthView: 'Month view',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    week: 'Week',
    today: 'today',
    thisMonth: 'To the day of today',
    before: (month) => `Previous month: ${month}`,
    after: (month) => `Next month: ${month}`,
    shown: 'Entries',
    all: 'All',
    own: 'Those of my office',
    kinds: {
      owed: 'Deadline',
      passes: 'passes',
      consultation: 'Date',
      meeting: 'Meeting',
      promise: 'Promise',
      resolution: 'Resolution',
    },
    late: 'overdue',
    task: (kind) => `Task: ${kind}`,
    none: 'Nothing is due in this month.',
    noneOwn: 'Nothing is due for your office in this month.',
  },
};
