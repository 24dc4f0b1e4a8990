import { folded, stem } from './stemmer.ts';

/**
 * German compounds: "Digitalisierungsstrategie" shall find "Strategie" and "digital". A compound is opened only with
 * words that the records use or that council papers use often, so that no chance syllable counts as a word.
 */

/** Words that say nothing by themselves. */
const FUNCTION_WORDS = new Set(
  `aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bis da dabei dafür damit
  danach dann daran darauf darin darüber das dass davon dazu dem den denen denn der deren des dessen die dies diese
  diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er es für gegen gemäß hat haben hier
  hierzu ihm ihn ihr ihre ihrem ihren ihrer im in insbesondere ins ist je jede jedem jeden jeder jedes kann kein keine
  können mehr mit müssen nach nicht noch nur ob oder ohne sein seine seinen seiner sich sie sind so soll sollen sowie
  über um und unter unsere uns vom von vor war was weitere weiteren welche welchem welchen welcher wenn werden wie wird
  wir wo wurde wurden z zu zudem zum zur zwischen`
    .split(/\s+/)
    .map(folded),
);

/** Words that stand in most papers of a council: there they tell no record from another. */
const COUNCIL_WORDS = new Set(
  `stadt stadtrat stadtverwaltung verwaltung beschließt beauftragt oberbürgermeister oberbürgermeisterin bürgermeister
  bürgermeisterin punkt antrag falls statt gibt erarbeitet erarbeiten entsteht entstehen gestellt gemeldet hinaus`
    .split(/\s+/)
    .map(folded),
);

const WORD = /[\p{L}\p{N}]+/gu;

/** Words of a text in the writer's spelling, without those that say nothing. */
export function tellingWords(text: string): string[] {
  return [...text.matchAll(WORD)]
    .map((match) => match[0])
    .filter((word) => word.length > 2 && !FUNCTION_WORDS.has(folded(word)));
}

/** Words of a council paper in the writer's spelling, without the common ones. */
export function wordsOf(text: string): string[] {
  return tellingWords(text).filter((word) => !COUNCIL_WORDS.has(folded(word)));
}

/** A word that may open a compound as its first part or its head must have so many letters. */
const MIN_FIRST = 5;
const MIN_HEAD = 4;

export interface Vocabulary {
  /** Known words, folded, by their first and last four letters. */
  byHead: ReadonlyMap<string, readonly string[]>;
  byTail: ReadonlyMap<string, readonly string[]>;
}

/** Frequent parts of compounds in council papers, known even if no record uses them alone. */
const COMMON_PARTS = `agenda akte antrag beirat beteiligung bildung bürger daten digital digitalisierung dienst formular
  gebäude haushalt konzept leistung netz online portal schule service sicherheit strategie termin umwelt verfahren
  verkehr verwaltung zahlung zugang`;

export function createVocabulary(texts: readonly string[]): Vocabulary {
  const byHead = new Map<string, string[]>();
  const byTail = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const word of [COMMON_PARTS, ...texts].flatMap(wordsOf)) {
    for (const form of [folded(word), stem(word)]) {
      if (form.length < MIN_HEAD || seen.has(form)) continue;
      seen.add(form);
      push(byHead, form.slice(0, MIN_HEAD), form);
      push(byTail, form.slice(-MIN_HEAD), form);
    }
  }
  return { byHead, byTail };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Known words inside a compound, as stems: `digitalisierungsstrategie` → `digital`, `digitalisierung`, `strategi`. */
export function partsOf(word: string, vocabulary: Vocabulary): string[] {
  const whole = folded(word);
  if (whole.length < MIN_FIRST + MIN_HEAD - 1) return [];
  const parts = new Set<string>();
  for (const first of vocabulary.byHead.get(whole.slice(0, MIN_HEAD)) ?? []) {
    if (first.length >= MIN_FIRST && first.length < whole.length && whole.startsWith(first)) parts.add(stem(first));
  }
  for (const end of [whole, stem(word)]) {
    for (const head of vocabulary.byTail.get(end.slice(-MIN_HEAD)) ?? []) {
      if (head.length <= whole.length - 3 && end.endsWith(head)) parts.add(stem(head));
    }
  }
  parts.delete(stem(word));
  return [...parts].sort();
}

/** Terms under which a word is indexed and looked up: its stem, then its parts. */
export function termsOf(word: string, vocabulary: Vocabulary): string[] {
  return [stem(word), ...partsOf(word, vocabulary)];
}
