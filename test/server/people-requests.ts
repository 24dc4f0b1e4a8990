import type { Action } from '../../src/agenda/index.ts';
import type { Client } from './harness.ts';
import type { Sample } from './requests.ts';

const json = { 'content-type': 'application/json' };

const post = (path: string, permission: Action, body: unknown, more: Partial<Sample> = {}): Sample => ({
  key: `post ${path}`,
  permission,
  status: 200,
  path,
  body,
  headers: json,
  ...more,
});

/** Requests about people and the own account. */
export async function peopleRequests(client: Client): Promise<Sample[]> {
  const someone = (name: string) => ({ name, mail: `${name}@musterstadt.de`, roles: ['reader'], ownUnits: [] });
  const [first, second] = [await invite(client, someone('erste')), await invite(client, someone('zweite'))];
  const match = { ...json, 'if-match': '"1"' };
  const person = '/api/people/{id}';
  const change = { permission: 'administer', status: 200, headers: match } as const;
  const delegation = { id: 'v-1', giver: first, deputy: second, from: '2021-01-04', until: '2021-01-08' };
  await client.send('POST', '/api/delegations', { body: JSON.stringify(delegation), headers: json });
  return [
    // Everybody hands over what is their own; for somebody else only the administration may do it.
    post('/api/delegations', 'administer', { ...delegation, id: 'v-2' }),
    {
      key: 'delete /api/delegations/{id}',
      path: '/api/delegations/v-1',
      ...change,
      // On another version: the delegation stays, and every role can be asked about it.
      headers: { 'if-match': '"9"' },
      status: 412,
      refused: true,
    },
    { key: 'get /api/people', permission: 'administer', status: 200, path: '/api/people' },
    post('/api/people', 'administer', someone('dritte')),
    { key: `put ${person}`, path: `/api/people/${first}`, body: someone('erste'), ...change },
    post(`${person}/link`, 'administer', { clearSecondFactor: true }, { path: `/api/people/${first}/link` }),
    post(`${person}/confirm-access`, 'administer', {}, { path: `/api/people/${second}/confirm-access` }),
    { key: `post ${person}/access`, path: `/api/people/${second}/access`, body: { active: false }, ...change },
    ...accountRequests(),
    ...(await statusRequests(client)),
    ...(await confirmationRequests(client)),
  ];
}

/** The monthly round, started beforehand so that there is somebody to ask again. */
async function statusRequests(client: Client): Promise<Sample[]> {
  const start = { dueInDays: 14 };
  await client.send('POST', '/api/status-round', { body: JSON.stringify(start), headers: json });
  const { requests } = await client.get<{ requests: { id: string; projects: string[] }[] }>('/api/status-round');
  const [first] = requests;
  const one = '/api/status-requests/{id}';
  const decision = { project: first?.projects[0], take: true };
  return [
    { key: 'get /api/status-round', permission: 'writeProjects', status: 200, path: '/api/status-round' },
    post('/api/status-contacts', 'writeProjects', { id: 'unit/it-amt', contact: null }),
    post(`${one}/link`, 'writeProjects', undefined, { path: `/api/status-requests/${first?.id}/link` }),
    post(`${one}/decision`, 'writeProjects', decision, { path: `/api/status-requests/${first?.id}/decision` }),
    post('/api/status-round', 'writeProjects', start),
  ];
}

/** Confirmations by link, one of which a partner has answered beforehand. */
async function confirmationRequests(client: Client): Promise<Sample[]> {
  type All = { subjects: { subject: string; target: string }[]; open: { id: string }[] };
  const { subjects } = await client.get<All>('/api/confirmations');
  const offer = subjects.find((one) => one.subject === 'offer');
  const asked = { subject: 'offer', target: offer?.target };
  const made = await client.send('POST', '/api/confirmations', { body: JSON.stringify(asked), headers: json });
  const token = ((await made.json()) as { link: string }).link.split('token=')[1] ?? '';
  await client.send('POST', '/bestaetigung', {
    body: new URLSearchParams({ token, verdict: 'changed', date: '1.3.2029' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const { open } = await client.get<All>('/api/confirmations');
  const path = `/api/confirmations/${open[0]?.id}/decision`;
  return [
    { key: 'get /api/confirmations', permission: 'writeRegister', status: 200, path: '/api/confirmations' },
    post('/api/confirmations', 'writeRegister', asked),
    post('/api/confirmations/{id}/decision', 'writeRegister', { take: false }, { path }),
  ];
}

async function invite(client: Client, person: object): Promise<string> {
  const answer = await client.send('POST', '/api/people', { body: JSON.stringify(person), headers: json });
  return ((await answer.json()) as { id: string }).id;
}

/** Routes of the own account: the test's clients come by the link of the console and have none. */
function accountRequests(): Sample[] {
  const password = 'Regenschirm am Morgen';
  const authenticator = { id: 'AA', rawId: 'AA', type: 'public-key', clientExtensionResults: {} };
  const registration = { ...authenticator, response: { clientDataJSON: 'AA', attestationObject: 'AA' } };
  const assertion = {
    ...authenticator,
    response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' },
  };
  const bodies: Record<string, unknown> = {
    '/api/account/password': { password, next: password },
    '/api/account/sessions/end': {},
    '/api/account/authenticator': { password },
    '/api/account/authenticator/confirm': { code: '123456' },
    '/api/account/authenticator/remove': { password },
    '/api/account/recovery-codes': { password },
    '/api/account/passkeys/options': { password },
    '/api/account/passkeys': { name: 'Schlüssel', response: registration },
    '/api/account/passkeys/remove': { password, id: 'AA' },
    '/api/session/second-factor': { code: '123456' },
    '/api/session/passkey-options': undefined,
    '/api/session/passkey': { response: assertion },
  };
  const none = { status: 409, refused: true } as const;
  return [
    { key: 'get /api/account', permission: 'read', path: '/api/account', ...none },
    ...Object.entries(bodies).map(([path, body]) => post(path, 'read', body, none)),
  ];
}
