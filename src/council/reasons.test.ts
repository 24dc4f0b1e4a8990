import { describe, expect, test } from 'vitest';
import type { Answer } from '../planning/index.ts';
import { assessPaper } from './assess.ts';
import type { Assessment, Sentence } from './assessment.ts';
import { textOf } from './evidence.ts';
import { smallAgenda, smallAnswer, smallPaper } from './testing.ts';

const de = (sentence: Sentence): string => textOf(sentence.de).replaceAll('\u00a0', ' ');

function run(answer: Partial<Answer>): Assessment {
  return assessPaper(smallAgenda(), smallPaper(), [], { answer: smallAnswer(answer) });
}

describe('reasons and trade-offs', () => {
  const reason = {
    team: null,
    budgetLine: null,
    projects: [],
    from: null,
    until: null,
    loadPercentMin: null,
    loadPercentMax: null,
    gainWeeks: 0,
    together: false,
  };

  test('each kind of reason is a sentence', () => {
    const result = run({
      reasons: [
        {
          ...reason,
          kind: 'teamCapacity',
          team: 'PM',
          from: '2021-02-01',
          until: '2021-08-31',
          loadPercentMin: 89,
          loadPercentMax: 99,
          gainWeeks: 12,
        },
        { ...reason, kind: 'deadlines', projects: ['A2'], gainWeeks: 1 },
        { ...reason, kind: 'deadlines', projects: ['A3'] },
        { ...reason, kind: 'dependency', projects: ['A2', 'A3'] },
        { ...reason, kind: 'budget', budgetLine: 'digital' },
        { ...reason, kind: 'earliestStart' },
        { ...reason, kind: 'prerequisite' },
        { ...reason, kind: 'duration' },
      ],
    });
    expect(result.reasons.map(de)).toEqual([
      'PM ist von 02/2021 bis 08/2021 zu 89 bis 99 % belegt; ohne diese Bindung wäre der Beginn 12 Wochen früher.',
      'Ein Vorhaben mit gesetzlicher Frist bis 31.12.2021 geht vor: Elektronische Bezahlung (A2); ohne diese Bindung wäre der Beginn 1 Woche früher.',
      'Ein Vorhaben mit zugesagtem Termin bis 30.06.2022 geht vor: Elektronische Akte (A3).',
      'Vorher müssen fertig sein: Elektronische Bezahlung (A2) und Elektronische Akte (A3).',
      'Nach laufenden Kosten und Vorhaben bleiben 80 T€, gebraucht werden 90 T€.',
      'Das Vorhaben kann nicht vor dem 08.02.2021 beginnen.',
      'Das Vorhaben wartet auf eine Voraussetzung.',
      'Das Vorhaben dauert 20 Wochen.',
    ]);
  });

  const tradeOff = {
    start: '2021-02-08',
    finish: '2021-06-25',
    dropped: [],
    displaced: [],
    lateWeeks: 0,
    lateWeeksAtLeast: 0,
    dutiesMissed: [],
    quality: 'bestFound' as const,
  };
  const late = (project: string, lateWeeks: number, statutoryMissed: boolean) => ({
    project,
    commitmentClass: 'mandatory' as const,
    movedWeeks: lateWeeks,
    finish: '2022-01-28',
    previousFinish: '2021-12-31',
    deadline: '2021-12-31',
    lateWeeks,
    statutoryMissed,
  });

  test('what slips, what is dropped, and which duty is missed', () => {
    const result = run({
      tradeOffs: [
        { ...tradeOff, kind: 'keepAll' },
        { ...tradeOff, kind: 'drop', dropped: ['A3'] },
        { ...tradeOff, kind: 'protectDuties', displaced: [late('A3', 9, false)], lateWeeks: 9, lateWeeksAtLeast: 4 },
        {
          ...tradeOff,
          kind: 'protectDecided',
          displaced: [late('A2', 3, true), late('A3', 2, true)],
          lateWeeks: 5,
          lateWeeksAtLeast: 5,
          dutiesMissed: ['A2', 'A3'],
        },
        { ...tradeOff, kind: 'protectDuties' },
      ],
    });
    expect(result.tradeOffTexts.map(de)).toEqual([
      'Beginn 08.02.2021: nichts rutscht, jede Zusage und jede Frist des Plans bleibt gewahrt.',
      'Beginn 08.02.2021: Elektronische Akte (A3) entfällt, alles Übrige bleibt gewahrt.',
      'Beginn 08.02.2021: andere Vorhaben werden zusammen mindestens 4 Projektwochen (gefunden: 9 Projektwochen) nach ihrer Frist fertig. Zugesagte Termine versäumen: Elektronische Akte (A3).',
      'Beginn 08.02.2021: andere Vorhaben werden zusammen 5 Projektwochen nach ihrer Frist fertig. Gesetzliche Fristen versäumen: Elektronische Bezahlung (A2). Zugesagte Termine versäumen: Elektronische Akte (A3).',
      'Beginn 08.02.2021: andere Vorhaben bewegen sich, keines kommt nach seiner Frist.',
    ]);
  });
});
