import type { choice as de } from '../de/choice.ts';

export const choice: typeof de = {
  choice: {
    dropped: 'Not in this plan',
    droppedLead: (count) =>
      count === 1 ? 'One project is left out of this plan.' : `${count} projects are left out of this plan.`,
    why: 'Why',
    state: 'Choice',
    states: {
      dropped: 'left out',
      droppable: 'may be left out',
      alternative: (name) => `alternative: ${name}`,
      firm: 'firmly planned',
    },
  },
};
