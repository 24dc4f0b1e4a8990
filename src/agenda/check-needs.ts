import type { Rule } from './check-index.ts';
import { fault } from './fault.ts';

/** Two scores cannot decide one order. */
export const oneWeightingInPlanning: Rule = function* (agenda) {
  const first = agenda.weightings.find(({ inPlanning }) => inPlanning);
  for (const [i, one] of agenda.weightings.entries()) {
    if (!one.inPlanning || one === first) continue;
    yield fault(
      'weightingTwice',
      ['weightings', i, 'inPlanning'],
      `Im Plan zählt schon die Gewichtung „${first?.name}“; bitte nur bei einer „zählt im Plan“ setzen, „${one.name}“ oder der anderen.`,
      `The weighting “${first?.name}” already counts in planning; please let only one of them count, “${one.name}” or the other.`,
    );
  }
};

/** A need is merged into one that stands for itself: otherwise nobody could say which of them is counted. */
export const mergedNeeds: Rule = function* (agenda, index) {
  for (const [i, need] of agenda.needs.entries()) {
    const speaker = index.needs.get(need.mergedInto ?? '');
    if (speaker?.mergedInto === undefined && speaker?.id !== need.id) continue;
    yield fault(
      'needMerged',
      ['needs', i, 'mergedInto'],
      `Der Bedarf „${need.id}“ ist mit „${need.mergedInto}“ zusammengeführt, der selbst zusammengeführt ist; bitte den Bedarf nennen, der für beide steht.`,
      `Need “${need.id}” is merged into “${need.mergedInto}”, which is merged itself; please name the need that speaks for both.`,
    );
  }
};
