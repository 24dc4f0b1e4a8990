import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server answers on a path: JSON, bytes, or whatever the function does with the response. */
type Answer = object | Uint8Array | string | ((query: URLSearchParams) => object);

/** An OParl server of the tests' own: it answers what it is told, and remembers what it was asked. */
export class OparlServer {
  readonly answers = new Map<string, Answer>();
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<OparlServer> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', own.address);
      own.asked.push(`${url.pathname}${url.search}`);
      const answer = own.answers.get(url.pathname);
      if (answer === undefined) return response.writeHead(404).end();
      if (answer instanceof Uint8Array || typeof answer === 'string') return response.end(answer);
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify(typeof answer === 'function' ? answer(url.searchParams) : answer));
    });
    const own = new OparlServer(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return own;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Puts a list under a path; pages of two, and only what has changed if that is asked for. */
  list(path: string, objects: () => readonly object[]): void {
    this.answers.set(path, (query) => {
      const since = query.get('modified_since') ?? '';
      const all = objects().filter((one) => !('modified' in one) || String(one.modified) >= since);
      const page = Number(query.get('page') ?? '1');
      const more = all.length > page * 2;
      query.set('page', String(page + 1));
      return {
        data: all.slice((page - 1) * 2, page * 2),
        pagination: { totalElements: all.length },
        links: more ? { next: `${this.address}${path}?${query}` } : {},
      };
    });
  }
}

const at = (day: string): { created: string; modified: string } => ({
  created: `${day}T08:00:00+02:00`,
  modified: `${day}T08:00:00+02:00`,
});

/** A small city in OParl 1.0 with the habits of real servers: embedded and linked objects, free texts, odd dates. */
export function smallCouncil(server: OparlServer): { papers: Record<string, unknown>[]; meetings: object[] } {
  const { address } = server;
  const id = (path: string): string => `${address}${path}`;
  const type = (name: string): string => `https://schema.oparl.org/1.0/${name}`;
  const papers: Record<string, unknown>[] = [
    {
      id: id('/paper/1'),
      type: type('Paper'),
      ...at('2020-08-20'),
      name: 'Offenes WLAN\u0000 in <b>Bürgerhäusern</b>',
      reference: 'BA-600/2020',
      date: '2020-08-20T00:00:00+02:00',
      paperType: 'Antrag einer Fraktion',
      originatorOrganization: [id('/organization/9/')],
      mainFile: { id: id('/file/1'), type: type('File'), name: 'Antrag', accessUrl: id('/files/antrag.docx') },
      auxiliaryFile: [
        { id: id('/file/2'), type: type('File'), name: 'Stellungnahme der Verwaltung', accessUrl: id('/files/st.pdf') },
        { id: id('/file/3'), type: type('File'), name: 'Lageplan', accessUrl: id('/files/plan.pdf') },
      ],
      consultation: [
        {
          id: id('/consultation/1'),
          type: type('Consultation'),
          organization: [id('/organization/2')],
          role: 'Vorberatung',
        },
        id('/consultation/2'),
      ],
    },
    { id: id('/paper/2'), type: type('Paper'), ...at('2020-08-21'), name: 'Ohne Art', date: '0001-01-01' },
    { id: id('/paper/3'), type: type('Paper'), ...at('2020-08-21'), deleted: true },
    { type: type('Paper'), name: 'Ohne Adresse' },
  ];
  const meetings: object[] = [
    {
      id: id('/meeting/1'),
      type: type('Meeting'),
      ...at('2020-08-22'),
      name: 'Sitzung des Stadtrates',
      start: '2020-08-25T15:00:00+02:00',
      location: { id: id('/location/1'), description: 'Rathaus' },
      organization: [id('/organization/1')],
      agendaItem: [
        {
          id: id('/item/1'),
          type: type('AgendaItem'),
          number: '1',
          name: 'WLAN',
          public: true,
          consultation: id('/consultation/2'),
          result: 'geändert beschlossen, mehrheitlich',
        },
        { id: id('/item/2'), type: type('AgendaItem'), number: '1', name: 'Grundstück', public: false },
      ],
    },
    { id: id('/meeting/2'), type: type('Meeting'), ...at('2020-08-22'), start: 'demnächst' },
  ];
  server.answers.set('/oparl', {
    id: id('/oparl'),
    type: type('System'),
    oparlVersion: 'https://schema.oparl.org/1.0/',
    body: id('/bodies'),
  });
  server.list('/bodies', () => [
    {
      id: id('/body/1'),
      type: type('Body'),
      name: 'Musterstadt',
      organization: id('/organizations'),
      person: id('/persons'),
      meeting: id('/meetings'),
      paper: id('/papers'),
      legislativeTerm: [],
    },
  ]);
  server.list('/organizations', () => [
    { id: id('/organization/1'), type: type('Organization'), name: 'Stadtrat', classification: 'Parlament' },
    { id: id('/organization/2/'), type: type('Organization'), name: 'Kulturausschuss', classification: 'Ausschuss' },
    { id: id('/organization/9'), type: type('Organization'), name: 'Fraktion SPD', organizationType: 'Fraktion' },
  ]);
  server.list('/papers', () => papers);
  server.list('/meetings', () => meetings);
  server.answers.set('/consultation/2', {
    id: id('/consultation/2'),
    type: type('Consultation'),
    paper: id('/paper/1'),
    organization: [id('/organization/1')],
    agendaItem: id('/item/1'),
    authoritative: true,
    role: 'Beschlussfassung',
  });
  return { papers, meetings };
}
