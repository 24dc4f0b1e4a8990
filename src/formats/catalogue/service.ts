/** An administrative service of the catalogue (LeiKa, state 2019). */
export interface CatalogueService {
  /** LeiKa key with 14 digits; empty where the catalogue has none. */
  key: string;
  name: string;
  /** Who makes the rule and who executes: `2/3`, `4`, `5`, … (see NOTICE.md). */
  type: string;
  bundle: string;
  /** Short names of the laws it rests on. */
  laws: string;
  /** Annexes of the Single Digital Gateway for which it is relevant. */
  sdg: string;
}
