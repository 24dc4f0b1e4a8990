import { type Meeting, meetingFaults, type Paper, withResults } from '../../council/index.ts';
import { paperFaultsBeside } from '../../formats/index.ts';
import { type CityTransaction, readRecord, replaceRecord, type Session } from '../../store/index.ts';
import { Problem } from '../http/problems.ts';
import { refuseFaults } from '../http/validation.ts';
import type { Services } from '../services.ts';
import { loadDesk } from './desk.ts';

interface Work {
  tx: CityTransaction;
  session: Session;
  services: Services;
}

/** Refuses what the record of a meeting contradicts, each fault at its field. */
function refuseMeeting(meeting: Meeting, today: string): void {
  const faults = meetingFaults(meeting, today);
  if (faults.length === 0) return;
  throw new Problem('invalid-request', {
    errors: faults.map((one) => ({ pointer: `/items/${one.item}/${one.field}`, detail: one.message })),
  });
}

/**
 * Checks a meeting and enters what it did with each paper into the paper's own sequence and outcome, in the same
 * transaction: nobody has to type a result twice. Throws {@link Problem} with the place of what is wrong.
 */
export async function recordMeeting({ tx, session, services }: Work, meeting: Meeting): Promise<void> {
  const { settings, today } = await loadDesk(tx);
  refuseMeeting(meeting, today);
  const { agenda } = await services.agendas.load(tx, session);
  for (const [index, item] of meeting.items.entries()) {
    if (item.paper === undefined) continue;
    const stored = await readRecord(tx, 'papers', item.paper);
    if (stored === undefined) refusePaper(index);
    const paper: Paper = withResults(stored.body, meeting, settings.councilBody);
    refuseFaults(paperFaultsBeside(agenda, paper));
    if (JSON.stringify(paper) !== JSON.stringify(stored.body)) {
      await replaceRecord(tx, 'papers', paper.id, stored.version, paper);
    }
  }
}

function refusePaper(index: number): never {
  const detail = { de: 'Dieses Papier gibt es im Verzeichnis nicht.', en: 'There is no such paper in the register.' };
  throw new Problem('invalid-request', { errors: [{ pointer: `/items/${index}/paper`, detail }] });
}
