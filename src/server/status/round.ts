import { randomUUID } from 'node:crypto';
import { addDays } from '../../agenda/index.ts';
import { type StatusRequest, type StatusRow, statusRecipients } from '../../planning/index.ts';
import {
  type CityTransaction,
  createLink,
  listStatusRequests,
  recordEvent,
  revokeLinks,
  saveStatusRequest,
} from '../../store/index.ts';
import type { Mail } from '../identity/mailer.ts';
import type { Services } from '../services.ts';

/** How long a link still works after the day by which an answer is wanted. */
const GRACE_DAYS = 14;

interface Round {
  tx: CityTransaction;
  services: Services;
  /** Where people see this server. */
  origin: string;
  city: string;
  today: string;
}

/** A link that was just made: shown once, and sent if there is a mail server and an address. */
export interface RoundLink {
  request: string;
  name: string;
  mail: string | null;
  projects: number;
  link: string;
  mailed: boolean;
}

function statusMail(request: StatusRequest, to: string, link: string, city: string): Mail {
  const { name } = request.recipient;
  const count = request.projects.length;
  const due = `${request.dueOn.slice(8, 10)}.${request.dueOn.slice(5, 7)}.${request.dueOn.slice(0, 4)}`;
  return {
    to,
    subject: `Stand Ihrer Projekte bis ${due} (Digitale Agenda ${city})`,
    text: `Guten Tag ${name},

bitte sagen Sie uns bis ${due}, wie es um ${count === 1 ? 'Ihr Projekt' : `Ihre ${count} Projekte`} steht. Es sind drei kurze Fragen je Projekt; ein Konto brauchen Sie dafür nicht:

${link}

Der Link gilt einmal. Vielen Dank!

Diese Nachricht wurde von Fahrplan verschickt, dem Programm für die Digitale Agenda.
`,
  };
}

/** Makes the link of a request and sends it; an earlier one of the same request stops working. */
export async function sendRequest(round: Round, request: StatusRequest): Promise<RoundLink> {
  const { tx, services, origin, city, today } = round;
  const days = Math.max(1, Math.round((Date.parse(request.dueOn) - Date.parse(today)) / 86_400_000)) + GRACE_DAYS;
  const { token } = await createLink(tx, { purpose: 'status', target: request.id, days });
  const link = `${origin}/status?token=${token}`;
  const { name, mail } = request.recipient;
  const mailed =
    services.mailer !== null && mail !== null && (await services.mailer.send(statusMail(request, mail, link, city)));
  await saveStatusRequest(tx, { ...request, mailedOn: mailed ? today : request.mailedOn });
  return { request: request.id, name, mail, projects: request.projects.length, link, mailed };
}

/** Starts a round: one request and link for everybody who answers for a project. Links of the last round end. */
export async function startRound(round: Round, rows: readonly StatusRow[], dueInDays: number): Promise<RoundLink[]> {
  const { tx, today } = round;
  for (const { id, answeredOn } of await listStatusRequests(tx))
    if (answeredOn === null) await revokeLinks(tx, 'status', id);
  const id = randomUUID();
  const links: RoundLink[] = [];
  for (const { name, mail, projects } of statusRecipients(rows)) {
    const request: StatusRequest = {
      id: randomUUID(),
      round: id,
      startedOn: today,
      dueOn: addDays(today, dueInDays),
      recipient: { name, mail },
      projects,
      mailedOn: null,
      answeredOn: null,
      items: [],
    };
    await saveStatusRequest(tx, request);
    links.push(await sendRequest(round, request));
  }
  await recordEvent(tx, 'startStatusRound', 'status_request', id);
  return links;
}
