import type { Client } from './harness.ts';
import type { Sample } from './requests.ts';

const json = { 'content-type': 'application/json' };

async function orderOfStages(client: Client): Promise<string[]> {
  const { stages } = await client.get<{ stages: { id: string }[] }>('/api/stages');
  return stages.map(({ id }) => id);
}

/** Named views of the list of projects, a table and the roadmap as files, and the order of the stages. */
export async function viewRequests(client: Client): Promise<Sample[]> {
  const view = { name: 'Nur Pflichten', shared: true, search: { art: 'mandatory', ab: true } };
  const body = JSON.stringify(view);
  const kept = await client.send('POST', '/api/saved-views/projekte', { body, headers: json });
  const { id } = (await kept.json()) as { id: string };
  const sheet = { name: 'Projekte', head: ['Projekt', 'Beginn'], rows: [['=1+1', { day: '2020-08-31' }]] };
  const stages = await orderOfStages(client);
  const common = { permission: 'read', status: 200, headers: json } as const;
  return [
    { ...common, key: 'get /api/saved-views/{page}', path: '/api/saved-views/projekte' },
    { ...common, key: 'post /api/saved-views/{page}', path: '/api/saved-views/projekte', status: 201, body: view },
    { ...common, key: 'delete /api/saved-views/{page}/{view}', path: `/api/saved-views/projekte/${id}`, status: 200 },
    { ...common, key: 'post /api/sheets', path: '/api/sheets', body: sheet },
    {
      ...common,
      key: 'post /api/roadmap/pdf',
      path: '/api/roadmap/pdf',
      body: { over: 'unit', groups: [{ name: 'Hauptamt', projects: ['Q4'] }], zoom: 'month' },
    },
    {
      ...common,
      permission: 'writeRegister',
      key: 'put /api/stages/order',
      path: '/api/stages/order',
      body: { before: stages, after: stages },
    },
  ];
}
