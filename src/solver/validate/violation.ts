/** One thing wrong with a plan. Activities, resources, budgets and links are named by their index in the problem. */
export type Violation =
  | { readonly code: 'length'; readonly expected: number; readonly start: number; readonly mode: number }
  | { readonly code: 'mode'; readonly activity: number; readonly mode: number }
  | { readonly code: 'horizon'; readonly activity: number; readonly start: number; readonly finish: number }
  | { readonly code: 'release'; readonly activity: number; readonly start: number; readonly release: number }
  | { readonly code: 'deadline'; readonly activity: number; readonly finish: number; readonly deadline: number }
  | { readonly code: 'frozen'; readonly activity: number; readonly start: number; readonly mode: number }
  | { readonly code: 'modeGroup'; readonly activity: number; readonly other: number }
  | { readonly code: 'lag' | 'maxLag'; readonly link: number; readonly gap: number; readonly limit: number }
  | {
      readonly code: 'capacity';
      readonly resource: number;
      readonly period: number;
      readonly load: number;
      readonly capacity: number;
    }
  | {
      readonly code: 'budget';
      readonly budget: number;
      readonly bucket: number;
      readonly spent: number;
      readonly available: number;
    }
  /** Some activities of an optional group are dropped and some are not. */
  | { readonly code: 'split'; readonly group: number }
  /** So many groups of an alternative are carried out. */
  | { readonly code: 'alternative'; readonly alternative: number; readonly count: number }
  /** A group is carried out without one that it needs. */
  | { readonly code: 'requirement'; readonly requirement: number }
  /** The first moment at which the level is not within 0..maximum. */
  | { readonly code: 'reservoir'; readonly reservoir: number; readonly moment: number; readonly level: number };
