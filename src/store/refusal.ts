import type { Text } from '../agenda/index.ts';

/** Every reason for which the store refuses to start or to do what it was asked. */
export type StoreRefusalCode =
  | 'platformUnsupported'
  | 'folderInUse'
  | 'folderForbidden'
  | 'diskFull'
  | 'serverDidNotStart'
  | 'databaseUnreachable'
  | 'databaseTooOld'
  | 'databaseUnsafe'
  | 'databaseUnsuitable'
  | 'databaseNewer'
  | 'migrationChanged'
  | 'roleMissing'
  | 'roleTooStrong'
  | 'characterNotStorable'
  | 'recordExists'
  | 'recordUnknown'
  | 'recordStale'
  | 'mailTaken'
  | 'keyReused'
  | 'viewsFull'
  | 'commentsFull'
  | 'watchesFull'
  | 'backupUnreadable'
  | 'backupDamaged'
  | 'backupOtherSchema'
  | 'databaseNotEmpty';

/**
 * A refusal that a person can act on: what is wrong, where, and what to do, in German and English.
 * `message` is the German sentence.
 */
export class StoreRefusal extends Error {
  readonly code: StoreRefusalCode;
  readonly text: Text;

  constructor(code: StoreRefusalCode, text: Text, options?: ErrorOptions) {
    super(text.de, options);
    this.name = 'StoreRefusal';
    this.code = code;
    this.text = text;
  }
}
