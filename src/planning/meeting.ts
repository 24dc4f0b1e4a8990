import { meetingMemory, SharedPartner } from '../solver/index.ts';

/** One of two threads that search for one plan, each on its own way, and tell each other the best. */
export interface Meeting {
  memory: SharedArrayBuffer;
  /** 0 = the thread whose result counts, 1 = the one that helps it. */
  side: 0 | 1;
}

/** Steps between two exchanges: some fifty in a run of the usual length. */
const MEET_EVERY = 200;

/** What the two threads of one search are to be given. */
export function newMeetings(): [Meeting, Meeting] {
  const memory = meetingMemory();
  return [
    { memory, side: 0 },
    { memory, side: 1 },
  ];
}

export function partnerOf({ memory, side }: Meeting): SharedPartner {
  return new SharedPartner(memory, side, MEET_EVERY);
}
