/** How large a file from outside may be. All limits of the product's formats stand here. */
export const limits = {
  /** Bytes of a JSON file. The largest agenda that we measure (2,000 projects) has 4.3 MB. */
  jsonBytes: 20 * 1024 * 1024,
  /** Objects and lists within one another. The model needs 10. */
  jsonDepth: 64,
  /** Papers that are read from one folder. */
  papersInFolder: 2_000,
} as const;
