import type { choice as german } from '../de/choice.ts';

export const choice: typeof german = {
  choice: {
    dropped: 'Not in this plan',
    droppedLead: (count) =>
      count === 1 ? 'One project is left out of this plan.' : `${count} projects are left out of this plan.`,
    why: 'Why',
    state: 'Choice',
    states: {
      entfaellt: 'left out',
      kann: 'may be left out',
      alternative: 'one of several',
      fest: 'firmly planned',
    },
    formTitle: 'Does the project have to be in every plan?',
    loss: 'May be left out: weight of the loss',
    lossHint:
      '1 to 100; empty: the project is in every plan. Where there is little room, what weighs little is left out first. Duties and prerequisites cannot be left out.',
    latestFinish: 'Makes sense only until',
    latestFinishHint: 'Empty: until the end of the last fiscal year for which money is entered.',
    grounds: 'Who decided that it may be left out?',
    groundsHint: 'Needed where the project is decided or promised by a day, for example “BA-012/2020, no. 3”.',
  },
  exclusive: {
    title: 'Alternatives',
    lead: 'Projects that exclude each other: the plan takes exactly one of them, or at most one. Once one has begun, is fixed or finished, the choice has fallen.',
    add: 'New alternative',
    none: 'No alternatives have been entered yet.',
    noneAdvice: 'Add one where only one of two or more projects is to be carried out.',
    name: 'What it is about',
    choice: 'Rule',
    choices: { exactlyOne: 'exactly one', atMostOne: 'at most one' },
    projects: 'To choose from',
    planned: 'in the plan',
    notPlanned: 'not in the plan',
    what: 'Which projects exclude each other?',
  },
};
