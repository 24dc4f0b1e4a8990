import type { z } from '@hono/zod-openapi';
import type { Scenario } from '../../agenda/index.ts';
import { type CityTransaction, latestScenarioRuns, listRecords } from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import type { ScenarioList } from '../http/schemas.ts';
import { isScenarioRun, type StoredScenarioRun, scenarioInputs } from '../jobs/scenario-questions.ts';

/** The newest computation of each scenario, and whether something it rests on has changed since. */
export async function scenarioRuns(
  tx: CityTransaction,
  loaded: LoadedAgenda,
): Promise<Map<string, { run: StoredScenarioRun; outdated: boolean }>> {
  const runs = (await latestScenarioRuns(tx)).filter(isScenarioRun);
  const scenarios = new Map(loaded.agenda.scenarios.map((one) => [one.id, one]));
  const inputs = (one: Scenario): string =>
    loaded.once(`scenario ${one.id}`, () => scenarioInputs(loaded.agenda, one, loaded.asOf));
  return new Map(
    runs.flatMap((run) => {
      const scenario = scenarios.get(run.question.scenario);
      return scenario ? [[scenario.id, { run, outdated: run.question.inputs !== inputs(scenario) }]] : [];
    }),
  );
}

/** Every scenario with what it came to when it was last computed. */
export async function scenarioList(tx: CityTransaction, loaded: LoadedAgenda): Promise<z.infer<typeof ScenarioList>> {
  const runs = await scenarioRuns(tx, loaded);
  return {
    scenarios: (await listRecords(tx, 'scenarios')).map(({ body, version }) => {
      const found = runs.get(body.id);
      return {
        scenario: body,
        version,
        result: found
          ? {
              planRun: found.run.id,
              createdAt: found.run.createdAt,
              outdated: found.outdated,
              outcome: { ...found.run.result.outcome, difference: null },
              reason: found.run.result.reason,
            }
          : null,
      };
    }),
  };
}
