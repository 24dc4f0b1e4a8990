import { z } from '@hono/zod-openapi';
import type { Language, Text } from '../../agenda/index.ts';

/**
 * Every kind of refusal the API gives (RFC 9457), in one table. `type` in the answer is `urn:fahrplan:problem:` and
 * the key below; `detail` is for the single case and comes from where the problem arises.
 */
export const problemTypes = {
  'invalid-json': text(400, 'Die Anfrage enthält kein gültiges JSON.', 'The request is not valid JSON.'),
  'invalid-request': text(400, 'Die Anfrage hat ungültige Angaben.', 'The request has invalid values.'),
  'not-signed-in': text(401, 'Sie sind nicht angemeldet.', 'You are not signed in.'),
  'link-invalid': text(
    401,
    'Dieser Anmeldelink gilt nicht (mehr): Jeder Link gilt einmal und nur für kurze Zeit.',
    'This sign-in link is not valid (any more): each link works once and for a short time only.',
  ),
  'sign-in-failed': text(
    401,
    'E-Mail-Adresse oder Kennwort stimmt nicht.',
    'The e-mail address or the password is not right.',
  ),
  'code-needed': text(
    401,
    'Bitte geben Sie noch den Code Ihrer Authenticator-App oder einen Ersatzcode ein.',
    'Please also enter the code of your authenticator app, or a recovery code.',
  ),
  'foreign-origin': text(
    403,
    'Die Anfrage kommt nicht von dieser Anwendung und wurde nicht ausgeführt.',
    'The request does not come from this application and was not carried out.',
  ),
  'not-allowed': text(403, 'Dazu fehlt Ihnen die Berechtigung.', 'You are not permitted to do this.'),
  'code-wrong': text(
    403,
    'Der Code stimmt nicht oder wurde schon benutzt. Bitte den nächsten Code abwarten und eingeben.',
    'The code is not right or was already used. Please wait for the next one and enter it.',
  ),
  'password-wrong': text(403, 'Das Kennwort stimmt nicht.', 'The password is not right.'),
  'second-factor-needed': text(
    403,
    'Dieser Schritt braucht Ihre Bestätigung mit dem zweiten Faktor; sie gilt fünf Minuten.',
    'This step needs your confirmation with the second factor; it holds for five minutes.',
  ),
  'second-factor-missing': text(
    403,
    'Für diesen Schritt brauchen Sie einen zweiten Faktor. Bitte richten Sie ihn unter „Konto“ ein.',
    'You need a second factor for this step. Please set it up under "Account".',
  ),
  'second-factor-lost': text(
    403,
    'Die Authenticator-App gilt auf diesem Server nicht mehr: Ihr Schlüssel fehlt, etwa nach dem Einspielen einer Sicherung. Bitte mit einem Ersatzcode oder Passkey anmelden und die App unter „Konto“ neu einrichten; ohne beides hilft die Stelle, die die Personen verwaltet, mit einem neuen Link.',
    'The authenticator app no longer counts on this server: its key is missing, for example after a backup was restored. Please sign in with a recovery code or a passkey and set the app up anew under "Account"; without either, whoever keeps the people helps with a new link.',
  ),
  'second-factor-unsealed': text(
    503,
    'Auf diesem Server lässt sich noch keine Authenticator-App einrichten: Es fehlt der Schlüssel FAHRPLAN_SECRET_KEY. Bitte die Betreuung des Servers fragen oder einen Passkey einrichten.',
    'No authenticator app can be set up on this server yet: the key FAHRPLAN_SECRET_KEY is missing. Please ask whoever runs the server, or set up a passkey.',
  ),
  'not-found': text(404, 'Das gibt es hier nicht.', 'There is no such thing here.'),
  'method-not-allowed': text(405, 'Diese Methode gibt es hier nicht.', 'This method is not available here.'),
  conflict: text(409, 'Das passt nicht zum jetzigen Stand.', 'This does not fit the present state.'),
  'key-reused': text(
    409,
    'Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt.',
    'This Idempotency-Key was already used for another request.',
  ),
  gone: text(410, 'Das wurde zurückgezogen.', 'This has been withdrawn.'),
  'link-used': text(
    410,
    'Dieser Link ist schon benutzt worden; er gilt genau einmal.',
    'This link has already been used; it works exactly once.',
  ),
  'link-expired': text(
    410,
    'Dieser Link ist abgelaufen. Bitte lassen Sie sich einen neuen schicken.',
    'This link has expired. Please have a new one sent to you.',
  ),
  'version-stale': text(
    412,
    'Inzwischen hat jemand anderes diesen Stand geändert. Bitte neu laden und die Änderung wiederholen.',
    'Somebody else has changed this in the meantime. Please reload and repeat your change.',
  ),
  'too-large': text(413, 'Die Anfrage ist zu groß.', 'The request is too large.'),
  'wrong-media-type': text(
    415,
    'Erwartet wird JSON mit „Content-Type: application/json“.',
    'Expected JSON with "Content-Type: application/json".',
  ),
  'wrong-host': text(
    421,
    'Unter diesem Namen ist Fahrplan nicht erreichbar.',
    'Fahrplan does not answer under this name.',
  ),
  'document-unreadable': text(422, 'Diese Datei lässt sich nicht lesen.', 'This file cannot be read.'),
  'version-missing': text(
    428,
    'Es fehlt die Angabe, auf welchen Stand sich die Änderung bezieht (Kopfzeile If-Match).',
    'The version that the change refers to is missing (header If-Match).',
  ),
  'too-many-requests': text(429, 'Zu viele Versuche. Bitte etwas warten.', 'Too many attempts. Please wait a little.'),
  internal: text(
    500,
    'Das ist ein Fehler von Fahrplan. Bitte die Berichtsnummer weitergeben; es wurde nichts geändert.',
    'This is a fault of Fahrplan. Please pass on the report number; nothing was changed.',
  ),
  'plan-missing': text(
    503,
    'Der Plan wird gerade berechnet. Bitte gleich noch einmal versuchen.',
    'The plan is being computed. Please try again in a moment.',
  ),
  'database-away': text(
    503,
    'Die Datenbank ist gerade nicht erreichbar. Bitte gleich noch einmal versuchen.',
    'The database cannot be reached just now. Please try again in a moment.',
  ),
  'storage-full': text(
    507,
    'Der Datenbank fehlt Speicherplatz. Es wurde nichts geändert.',
    'The database has run out of disk space. Nothing was changed.',
  ),
} as const;

export type ProblemType = keyof typeof problemTypes;

/** Where in the request something is wrong: JSON Pointer (RFC 6901) and a sentence. */
export interface FieldError {
  pointer: string;
  detail: Text;
}

/** A refusal of the API: thrown anywhere while a request is answered, sent as problem+json. */
export class Problem extends Error {
  readonly type: ProblemType;
  readonly detail: Text | undefined;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    type: ProblemType,
    more: { detail?: Text; errors?: readonly FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(`${type}: ${more.detail?.en ?? problemTypes[type].title.en}`);
    this.name = 'Problem';
    this.type = type;
    this.detail = more.detail;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** Report number of this request, also found in the log. */
    instance: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem');
export type ProblemBody = z.infer<typeof problemSchema>;

/** A problem as the body of an answer, in the reader's language. */
export function problemBody(problem: Problem, language: Language, requestId: string): ProblemBody {
  const { status, title } = problemTypes[problem.type];
  return {
    type: `urn:fahrplan:problem:${problem.type}`,
    title: title[language],
    status,
    ...(problem.detail ? { detail: problem.detail[language] } : {}),
    instance: `urn:fahrplan:request:${requestId}`,
    ...(problem.errors.length > 0
      ? { errors: problem.errors.map((one) => ({ pointer: one.pointer, detail: one.detail[language] })) }
      : {}),
  };
}

function text(status: number, de: string, en: string): { status: number; title: Text } {
  return { status, title: { de, en } };
}
