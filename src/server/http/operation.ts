import type { z } from '@hono/zod-openapi';
import type { Action, Language } from '../../agenda/index.ts';
import type { CityTransaction, Session } from '../../store/index.ts';
import type { Services } from '../services.ts';
import type { ProblemType } from './problems.ts';

/** All that a route gets to know of one request, already checked, and the one transaction it has. */
export interface Call<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  session: Session;
  language: Language;
  /** Everything a route reads or writes; it commits when the route returns and rolls back when it throws. */
  tx: CityTransaction;
  services: Services;
  /** Version named by `If-Match`; 0 on routes that need none. */
  expectedVersion: number;
  idempotencyKey: string | null;
  /** Where people see this server, for links and passkeys. */
  origin: string;
}

/** What a route gets to know that answers from memory: no transaction is begun unless it begins one. */
export interface MemoryCall<Params, Query, Body> extends Omit<Call<Params, Query, Body>, 'tx'> {
  /** State of the city when it was asked, see `FoundSession`. */
  cityState: number;
  inTransaction: <T>(run: (tx: CityTransaction) => Promise<T>) => Promise<T>;
}

/** What a route gives back: the answer, and the version of the record it shows. */
export interface Reply<Answer> {
  body: Answer;
  version?: number;
  headers?: Record<string, string>;
}

/** What takes long and needs no database, such as asking another server: done when the transaction has ended. */
export interface Outside<Answer> {
  outside: () => Promise<Reply<Answer>>;
}

type Shape = z.ZodObject;

interface Contract<Params extends Shape, Query extends Shape, Body extends z.ZodType, Answer extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As in OpenAPI: `/api/projects/{id}`. */
  path: string;
  summary: string;
  permission: Action;
  /**
   * An office may call it for records of its own units. The route then asks `requireOn` for the record in question;
   * without this mark an office is refused at the door.
   */
  own?: boolean;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Largest body, bytes. */
  bodyBytes?: number;
  /**
   * The answer follows from the city's records, the day and the address alone, for everybody with the same `roles` (and
   * units) or for each `person` anew: it is kept until a record changes. Nothing else may go into it: no session, no
   * job, no time of day; what is no record (migrations 0028, 0031) only with `keptWithSmallChanges`.
   */
  keptFor?: 'roles' | 'person';
  /**
   * News, preferences, open links, credentials, sessions or what was read of the council information system go into a
   * kept answer too: it is kept until one of these changes as well.
   */
  keptWithSmallChanges?: boolean;
  /** Event of the city that goes on record each time somebody is given the kept answer. */
  recordedAs?: string;
  /** The answer shows one version of a record, named in its `ETag`. */
  tagged?: boolean;
  /** Writes one version of a record: `If-Match` is needed. */
  versioned?: boolean;
  /** A repeated request with the same `Idempotency-Key` takes effect once. */
  idempotent?: boolean;
  status?: 200 | 201 | 202;
  /** Refusals of this route that do not follow from what it takes. */
  refuses?: readonly ProblemType[];
  answer: Answer;
  /** The answer is a file: its media type, and its content as the contract describes it. */
  file?: { mediaType: string; content?: z.ZodType };
}

type Definition<Params extends Shape, Query extends Shape, Body extends z.ZodType, Answer extends z.ZodType> = Contract<
  Params,
  Query,
  Body,
  Answer
> &
  (
    | {
        fromMemory?: never;
        handle(
          call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
        ): Promise<Reply<z.input<Answer>> | Outside<z.input<Answer>>>;
      }
    | {
        /** Reads what this process holds in memory; a transaction for each request would cost more than the answer. */
        fromMemory: true;
        handle(call: MemoryCall<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<Reply<z.input<Answer>>>;
      }
  );

/** A route of the API, with everything that the contract says about it in one place. */
export type Operation = Definition<Shape, Shape, z.ZodType, z.ZodType>;

/** Writes an operation down; the types of what it is given and gives back follow from its schemas. */
export function operation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodType,
>(definition: Definition<Params, Query, Body, Answer>): Operation {
  return definition as unknown as Operation;
}
