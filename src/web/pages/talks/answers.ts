import type { InterviewAnswer, InterviewGuide } from '../../../agenda/index.ts';

/** A question with what has been written down for it so far. */
export interface AskedQuestion {
  question: string;
  hint: string | undefined;
  text: string;
  /** The guide asks it no more; the answer stays under the words in which it was asked. */
  former: boolean;
}

/** The guide of an office: its own one, else the first one that is meant for all. */
export function guideOf(guides: readonly InterviewGuide[], unit: string | undefined): InterviewGuide | undefined {
  return (
    guides.find((one) => unit !== undefined && one.units.includes(unit)) ?? guides.find((one) => one.units.length === 0)
  );
}

/** The questions of the guide in its order, then those that only the record still knows. */
export function askedQuestions(
  guide: InterviewGuide | undefined,
  answers: readonly InterviewAnswer[],
): AskedQuestion[] {
  const texts = new Map(answers.map(({ question, text }) => [question, text]));
  const asked = (guide?.questions ?? []).map(({ text: question, hint }) => ({
    question,
    hint,
    text: texts.get(question) ?? '',
    former: false,
  }));
  const known = new Set(asked.map(({ question }) => question));
  const former = answers.filter(({ question }) => !known.has(question));
  return [...asked, ...former.map(({ question, text }) => ({ question, hint: undefined, text, former: true }))];
}

/** The answers after one of them has been written anew; what is empty is no answer. */
export function withAnswer(asked: readonly AskedQuestion[], question: string, text: string): InterviewAnswer[] {
  return asked
    .map((one) => ({ question: one.question, text: one.question === question ? text : one.text }))
    .filter((one) => one.text !== '');
}

/** Name of a need for a passage: its first line or sentence, cut at a word. */
export function nameFor(passage: string, most = 90): string {
  const first = passage.trim().split(/\n|(?<=[.;!?])\s/)[0] ?? '';
  const plain = first.replace(/[.;:,!?\s]+$/, '');
  if (plain.length <= most) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', most))} …`;
}
