import { expect, test } from 'vitest';
import { errorSchema, type Seen } from '../../src/formats/oparl/testing.ts';
import type { Client } from './harness.ts';
import { walkOparl } from './oparl-walk.ts';
import { waitForJob } from './requests.ts';

interface Run {
  state: string;
  counts: Record<'new' | 'changed' | 'unchanged' | 'gone', number>;
  faults: { de: string }[];
}

/** What the city opens over OParl, read as other programs read it, and as our own import reads a server. */
export function oparlOutTests({
  server,
  council,
  paper,
}: {
  server: () => string;
  council: () => Client;
  /** A paper with a released statement. */
  paper: string;
}): void {
  let objects: Seen[] = [];

  test('OParl shows the same to programs once it is opened: each object valid, each list complete, each file there', async () => {
    const address = server();
    expect((await fetch(`${address}/oparl/v1.1`)).status).toBe(404);
    const { settings, version } = await council().get<{ settings: object; version: number }>('/api/council-settings');
    await council().put('/api/council-settings', { settings: { ...settings, oparl: true }, version });
    objects = await walkOparl(address);
    const byId = new Map(objects.map((one) => [one.id, one]));
    const statement = byId.get(`${address}/oparl/v1.1/body/chemnitz/paper/${paper}~1`);
    expect(statement).toMatchObject({ paperType: 'Stellungnahme', 'fahrplan:edition': 1 });
    expect(statement?.['fahrplan:verdict']).toMatchObject({ value: expect.any(String) });
    expect(statement?.['fahrplan:evidence']).toContainEqual(expect.objectContaining({ key: expect.any(String) }));
    expect(objects.filter((one) => one.paperType === 'Beschlussantrag')).toHaveLength(1);
    for (const { accessUrl, mimeType } of objects.filter((one) => one.accessUrl)) {
      const file = await fetch(String(accessUrl));
      expect(file.headers.get('content-type')).toContain(mimeType);
      const known = { 'if-none-match': file.headers.get('etag') ?? '' };
      expect((await fetch(String(accessUrl), { headers: known })).status).toBe(304);
    }
    expect(JSON.stringify(objects)).not.toContain('test-');
    const answer = await fetch(`${address}/oparl/v1.1/body/chemnitz/paper?modified_since=gestern`);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([400, '*']);
    expect(errorSchema.parse(await answer.json()).message).toContain('modified_since');
  });

  test('our own import reads all of it without a fault, knows the papers again, and changes nothing the second time', async () => {
    const { settings, version } = await council().get<{ settings: object; version: number }>('/api/council-settings');
    const oparlSource = { address: `${server()}/oparl/v1.1`, statements: 'papers', changesOnly: false };
    const put = await council().put('/api/council-settings', { settings: { ...settings, oparlSource }, version });
    expect(put.status, await put.text()).toBe(200);
    const read = async (): Promise<Run | undefined> => {
      const { job } = (await (await council().post('/api/council-import')).json()) as { job: string };
      expect((await waitForJob(council(), job)).state).toBe('done');
      return (await council().get<{ runs: Run[] }>('/api/council-import')).runs[0];
    };
    const first = await read();
    expect(first?.faults).toEqual([]);
    // System and body are the way in; everything else is kept.
    const kept = objects.filter((one) => !/(System|Body)$/.test(String(one.type)));
    expect(first?.counts.new).toBe(new Set(kept.map((one) => one.id)).size);
    expect(await read()).toMatchObject({ faults: [], counts: { new: 0, changed: 0, gone: 0 } });
    const { papers } = await council().get<{ papers: object[] }>('/api/council-import/papers');
    expect(papers).toContainEqual(expect.objectContaining({ reference: 'BA-036/2020', state: 'known', paper }));
  });
}
