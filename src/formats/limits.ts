/** How large a file from outside may be. All limits of the product's formats stand here. */
export const limits = {
  /** Bytes of a JSON file. The largest agenda that we measure (2,000 projects) has 4.3 MB. */
  jsonBytes: 20 * 1024 * 1024,
  /** Objects and lists within one another. The model needs 10. */
  jsonDepth: 64,
  /** Papers that are read from one folder. */
  papersInFolder: 2_000,
  /** Bytes of a council paper as DOCX or PDF. */
  documentBytes: 10 * 1024 * 1024,
  /** Entries of a DOCX, bytes of one of them unpacked, and how many times larger than packed it may get. */
  zipEntries: 1_000,
  zipEntryBytes: 16 * 1024 * 1024,
  zipRatio: 200,
  /** Pages of a PDF that are read, and lines of text that are taken from any document. */
  documentPages: 200,
  documentLines: 20_000,
  /** Elements of a DOCX's text within one another. */
  xmlDepth: 64,
  /**
   * Processor time for reading one document, milliseconds; heap of the process that does it, and what it may hold more
   * than an empty one, megabytes. 300 pages take 38 MB as a PDF of 10 MB, and 60 MB as a Word file of 100,000 words.
   */
  documentMilliseconds: 2_000,
  documentHeapMegabytes: 64,
  documentMegabytes: 60,
  /** Bytes of a letterhead (DOCX), and what all of its parts may unpack to. */
  templateBytes: 4 * 1024 * 1024,
  templateUnpackedBytes: 24 * 1024 * 1024,
  /** Bytes of a table (XLSX, CSV), its lines and columns, letters of one cell, and what all of an XLSX may unpack to. */
  sheetBytes: 10 * 1024 * 1024,
  sheetRows: 5_000,
  sheetColumns: 200,
  sheetCellLetters: 20_000,
  sheetUnpackedBytes: 80 * 1024 * 1024,
  /** The same for reading a table: 5,000 lines with 60 columns take 213 MB and 5 s, 2,000 with 30 take 82 MB and 1.3 s. */
  sheetMilliseconds: 15_000,
  sheetHeapMegabytes: 192,
  sheetMegabytes: 240,
} as const;
