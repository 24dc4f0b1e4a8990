import type { Text } from '../../agenda/index.ts';

/** Why something was not fetched from outside. */
export type FetchRefusalCode =
  | 'address'
  | 'closed'
  | 'unknownHost'
  | 'unreachable'
  | 'redirects'
  | 'tooLarge'
  | 'tooSlow'
  | 'status'
  | 'encoding'
  | 'broken';

const TEXTS: Record<FetchRefusalCode, Text> = {
  address: {
    de: 'ist keine erlaubte Adresse. Erlaubt sind http und https ohne Anmeldename, auf den Ports 80, 443, 8080 und 8443.',
    en: 'is no permitted address. Permitted are http and https without a user name, on the ports 80, 443, 8080 and 8443.',
  },
  closed: {
    de: 'führt nicht ins öffentliche Internet und wird nicht abgerufen.',
    en: 'does not lead to the public internet and is not fetched.',
  },
  unknownHost: {
    de: 'gibt es nicht: Der Name ist nicht bekannt. Bitte die Schreibweise prüfen.',
    en: 'does not exist: the name is not known. Please check how it is spelt.',
  },
  unreachable: {
    de: 'ist nicht erreichbar. Bitte später noch einmal versuchen.',
    en: 'cannot be reached. Please try again later.',
  },
  redirects: {
    de: 'leitet zu oft oder von https auf http weiter.',
    en: 'redirects too often, or from https to http.',
  },
  tooLarge: { de: 'liefert mehr, als gelesen wird.', en: 'gives more than is read.' },
  tooSlow: { de: 'antwortet zu langsam; der Abruf wurde beendet.', en: 'answers too slowly; fetching was stopped.' },
  status: { de: 'hat die Anfrage abgelehnt', en: 'has refused the request' },
  encoding: {
    de: 'liefert in einer Verpackung, die nicht gelesen wird.',
    en: 'delivers in an encoding that is not read.',
  },
  broken: { de: 'hat die Verbindung mitten in der Antwort beendet.', en: 'ended the connection in the middle.' },
};

/** Something outside that is not fetched, with the address and the reason. */
export class FetchRefusal extends Error {
  readonly code: FetchRefusalCode;
  readonly text: Text;
  /** HTTP status, if the other server has answered with one. */
  readonly status: number | undefined;

  constructor(code: FetchRefusalCode, url: string, more: { status?: number; cause?: unknown } = {}) {
    const shown = url.length > 200 ? `${url.slice(0, 200)}…` : url;
    const status = more.status === undefined ? '' : ` (HTTP ${more.status})`;
    const text = { de: `${shown} ${TEXTS[code].de}${status}`, en: `${shown} ${TEXTS[code].en}${status}` };
    super(text.en, { cause: more.cause });
    this.name = 'FetchRefusal';
    this.code = code;
    this.text = text;
    this.status = more.status;
  }
}
