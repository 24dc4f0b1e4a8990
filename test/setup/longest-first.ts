import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, longest first: begun last, they would leave all cores but one idle at the end of a run. */
const LONGEST = [
  'test/browser/app.test.ts',
  'test/browser/work.test.ts',
  'test/store/crash.test.ts',
  'test/store/launcher.test.ts',
  'test/house/tools.test.ts',
  'test/server/many-processes.test.ts',
  'test/server/start-stop.test.ts',
  'test/cli/commands.test.ts',
];

/** Begins with the files that are known to take long; then the others in vitest's order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
