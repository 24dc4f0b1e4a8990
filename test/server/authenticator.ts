import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Flags of authenticator data (WebAuthn § 6.1): user present, user verified, credential attached. */
const FLAGS = { shown: 0x05, made: 0x45 };

/** A passkey in software: makes one credential for a host and signs with it, as a phone would. */
export class Authenticator {
  readonly id: string = base64url(randomBytes(32));
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #origin: string;
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Answer to the options for adding a passkey. */
  make({ challenge }: { challenge: string }): object {
    const clientDataJSON = this.#clientData('webauthn.create', challenge);
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    // COSE key (RFC 9053): EC2, ES256, P-256, and the point.
    const point = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([0, id.length]);
    const attached = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(point)]);
    const authData = new Uint8Array(Buffer.concat([this.#head(FLAGS.made), attached]));
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    const attestationObject = base64url(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]));
    return this.#answer({ clientDataJSON: base64url(clientDataJSON), attestationObject, transports: ['internal'] });
  }

  /** Answer to the options for showing the passkey. */
  show({ challenge }: { challenge: string }): object {
    const clientDataJSON = this.#clientData('webauthn.get', challenge);
    const authenticatorData = this.#head(FLAGS.shown);
    const signature = createSign('sha256')
      .update(Buffer.concat([authenticatorData, sha256(clientDataJSON)]))
      .sign(this.#key.privateKey);
    return this.#answer({
      clientDataJSON: base64url(clientDataJSON),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(signature),
    });
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
  }

  #head(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#counter);
    return Buffer.concat([sha256(new URL(this.#origin).hostname), Buffer.from([flags]), counter]);
  }

  #answer(response: object): object {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }
}
