import type { remarks as German } from '../de/remarks.ts';

/** Comments on a statement, and what happens to text that is being written. */
export const remarks: typeof German = {
  remarks: {
    short: (number) => `C${number}`,
    number: (number) => `Comment ${number}`,
    place: 'Place',
    wholeBlock: 'the whole block',
    onMarked: 'Comment on the marked words',
    on: 'on',
    wordsGone: 'no longer in the text like this',
    reply: 'Answer',
    answer: 'Answer',
    sendAnswer: 'Save the answer',
    settledBy: (name) => `settled by ${name}`,
    unsaved: 'not saved',
    goOn: 'Go on writing',
    restored: 'What was not saved yet is here again.',
    merged:
      'Somebody else has changed this block in the meantime. Both changes are in the text now; please look at it and save.',
    conflict: 'Somebody else has changed this block at the same place in the meantime.',
    conflictAdvice: 'This is how it is stored; your text is in the editor below. Which one is to hold?',
    takeMine: 'Go on with my text',
    takeStored: 'Take the stored text',
    throwAway: 'What you have written is not saved. Throw it away?',
    renewed: 'Somebody else has changed the statement in the meantime. This is its new state; please repeat the step.',
  },
};
