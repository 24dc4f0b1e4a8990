import { describe, expect, test } from 'vitest';
import type { Project } from '../agenda/index.ts';
import type { Answer } from '../planning/index.ts';
import { assess, assessPaper } from './assess.ts';
import { type Assessment, assessmentSchema, type Sentence } from './assessment.ts';
import { textOf } from './evidence.ts';
import { moneyMeasure, paperInput, postsMeasure, smallAgenda, smallAnswer, smallInput, smallPaper } from './testing.ts';

const de = (sentence: Sentence): string => textOf(sentence.de).replaceAll('\u00a0', ' ');
const en = (sentence: Sentence): string => textOf(sentence.en).replaceAll('\u00a0', ' ');

function run(answer: Partial<Answer> | null = {}, paper: Parameters<typeof smallPaper>[0] = {}): Assessment {
  return assessPaper(smallAgenda(), smallPaper(paper), [], { answer: answer ? smallAnswer(answer) : null });
}

function dimension(of: Assessment, name: string) {
  const found = of.verdict.dimensions.find((one) => one.dimension === name);
  if (!found) throw new Error(`no dimension ${name}`);
  return [found.state, found.word.de, de(found.need), de(found.free), de(found.binding)];
}

describe('not now', () => {
  const result = run();

  test('fits the contract', () => {
    expect(assessmentSchema.parse(result)).toEqual(result);
  });

  test('the verdict names date, role and amount', () => {
    expect([result.verdict.value, result.verdict.lookAgainOn]).toEqual(['notNow', '2021-09-06']);
    expect(result.verdict.label.de).toBe('Ergebnis der Prüfung: nicht jetzt, Wiedervorlage zum Datum');
    expect(de(result.verdict.headline)).toBe('Derzeit nicht umsetzbar, ab 06.09.2021 möglich.');
    expect(en(result.verdict.headline)).toBe('Not feasible at present; possible from 6 September 2021.');
    expect(de(result.verdict.summary)).toBe(
      'Dann bleibt jede Zusage und jede Frist des Plans gewahrt, Ende 21.01.2022. Engpass ist die Rolle Projektleitung (PM): Bis zum 31.12.2021 sind 30 PT frei, gebraucht werden 50 PT. Mehr Geld allein ändert den Termin nicht.',
    );
  });

  test('need, free and binding per dimension', () => {
    expect(dimension(result, 'time')).toEqual(['notNow', 'nicht jetzt', '20 Wochen', 'ab 06.09.2021', '–']);
    expect(dimension(result, 'staff')).toEqual([
      'insufficient',
      'reicht nicht',
      'PM 50 PT',
      'PM 30 PT bis 31.12.2021',
      'PM zu 85 % verplant, davon 40 PT für gesetzliche Pflichten sowie Voraussetzungen anderer Vorhaben',
    ]);
    expect(dimension(result, 'money')).toEqual([
      'insufficient',
      'reicht nicht',
      '90 T€',
      '80 T€ bis 31.12.2021',
      'Programmmittel 100 T€, gebunden 20 T€',
    ]);
    expect(dimension(result, 'law')).toEqual([
      'ok',
      'zulässig',
      'keine Pflicht',
      '–',
      'freiwillige Aufgabe, Sache des Stadtrats, SächsGemO § 28 Abs. 2',
    ]);
  });

  test('measures in the order of the answer', () => {
    expect(result.measureTexts.map(de)).toEqual([
      'Nur 90 T€ zusätzlich, keine Stelle: Beginn 06.09.2021, kein Gewinn.',
      '+1,0 VZÄ PM ab 07/2021 (80 T€ im Jahr): Beginn 07.06.2021, 13 Wochen früher.',
    ]);
  });

  test('every figure is bound to evidence that exists', () => {
    const ids = new Set(result.evidence.map((one) => one.id));
    const sentences = [result.verdict.headline, result.verdict.summary, ...result.measureTexts, ...result.assumptions];
    const bound = sentences
      .flatMap((one) => [...one.de, ...one.en])
      .flatMap((one) => (one.kind === 'figure' ? [one.evidence] : []));
    expect(bound.length).toBeGreaterThan(10);
    for (const id of [...bound, ...result.evidence.flatMap((one) => one.restsOn)]) expect(ids).toContain(id);
    expect(result.evidence.find((one) => one.value.de.includes('30'))?.restsOn).toHaveLength(2);
  });

  test('the same records give the same answer', () => {
    expect(JSON.stringify(run())).toBe(JSON.stringify(result));
  });

  test('nothing is illustrative unless an input is', () => {
    expect(result.evidence.some((one) => one.illustrative)).toBe(false);
    const teams = smallInput.teams?.map((team) => ({
      ...team,
      provenance: { '*': { kind: 'illustrative' as const } },
    }));
    const marked = assessPaper(smallAgenda({ teams }), smallPaper(), [], { answer: smallAnswer() });
    const free = marked.evidence.find((one) => one.value.de.includes('30'));
    expect([free?.provenance, free?.illustrative]).toEqual(['computed', true]);
    expect(marked.evidence.find((one) => one.value.de === '06.09.2021')?.illustrative).toBe(true);
    expect(marked.evidence.find((one) => one.value.de.startsWith('90'))?.illustrative).toBe(false);
  });
});

describe('other verdicts', () => {
  test('feasible as asked', () => {
    const result = run({ askedStart: '2021-09-06' });
    expect(result.verdict.value).toBe('accepted');
    expect(de(result.verdict.headline)).toBe('Umsetzbar ab 06.09.2021.');
    // The plan itself shows that it fits: the balance of the period may be tight, not insufficient.
    expect(dimension(result, 'staff').slice(0, 2)).toEqual(['tight', 'knapp']);
  });

  test('only with money: amount and start', () => {
    const result = run({ measures: [{ ...moneyMeasure, start: '2021-02-08', gainWeeks: 30 }] });
    expect(result.verdict.value).toBe('onlyWithBudget');
    expect(de(result.verdict.headline)).toBe('Nur mit zusätzlich 90 T€ umsetzbar, dann ab 08.02.2021.');
  });

  test('only with posts', () => {
    const result = run({ kept: null, measures: [postsMeasure] });
    expect(de(result.verdict.headline)).toBe('Nur mit +1,0 VZÄ PM umsetzbar, dann ab 07.06.2021.');
    expect(dimension(result, 'time').slice(0, 2)).toEqual(['insufficient', 'nicht im Planungszeitraum']);
  });

  test('out of reach', () => {
    const result = run({ kept: null, measures: [] });
    expect(de(result.verdict.headline)).toBe('Im Planungszeitraum nicht umsetzbar.');
  });

  test('not computed, not decided: no verdict', () => {
    expect(run(null).verdict).toMatchObject({
      value: null,
      label: { de: 'Ergebnis der Prüfung: offen, noch nicht gerechnet' },
    });
    const open = run(null, { pointDecisions: [], candidates: [] });
    expect(open.verdict.value).toBeNull();
    expect(de(open.verdict.summary)).toBe('Zu entscheiden ist noch, wohin dieser Punkt gehört: 1.');
    expect(open.points[0]).toMatchObject({ scope: null, decidedBy: null });
    expect(open.points[0]?.suggestions.length).toBeGreaterThan(0);
  });

  test('an undecided admissibility is not called admissible', () => {
    expect(dimension(run({}, { checks: [] }), 'law')).toEqual([
      'tight',
      'noch zu entscheiden',
      'keine Pflicht',
      '–',
      'Zulässigkeit noch nicht entschieden',
    ]);
    const refused = run(
      {},
      {
        checks: [
          {
            check: 'competence',
            decision: 'notMet',
            reason: 'Sache der Bürgermeisterin.',
            by: 'Rechtsamt',
            on: '2021-01-04',
          },
        ],
      },
    );
    expect(de(refused.verdict.headline)).toBe('Der Stadtrat ist nicht zuständig.');
    expect(dimension(refused, 'law')[4]).toBe('Sache der Bürgermeisterin.');
  });

  test('an inquiry is answered with what was said', () => {
    const result = run(null, {
      kind: 'councilInquiry',
      pointDecisions: [],
      candidates: [],
      answer: { on: '2021-01-11', summary: 'Die Agenda liegt vor.' },
    });
    expect(result.verdict.value).toBe('alreadyDone');
    expect(de(result.verdict.summary)).toBe('Antwort vom 11.01.2021: Die Agenda liegt vor.');
    expect(result.verdict.dimensions).toEqual([]);
  });
});

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

describe('asking the planner', () => {
  const second = { ...(paperInput.candidates?.[0] as Project), id: 'C2', name: 'Beirat' };
  const paper = smallPaper({
    versions: [
      {
        number: 1,
        points: [
          { number: '1', text: 'Eins.' },
          { number: '2', text: 'Zwei.' },
        ],
      },
    ],
    candidates: [...(paperInput.candidates ?? []), second],
    pointDecisions: ['1', '2'].map((point) => ({
      point,
      scope: 'city' as const,
      candidate: `C${point}`,
      by: 'Team',
      on: '2021-01-04',
    })),
  });

  test('each new project is asked for; the latest answer counts and the others are named', () => {
    const asked: string[] = [];
    const result = assess(smallAgenda(), paper, [], {
      ask: (_agenda, candidate) => {
        asked.push(candidate.id);
        return smallAnswer({ candidate: candidate.id, ...(candidate.id === 'C2' ? { kept: null, measures: [] } : {}) });
      },
    });
    expect(asked).toEqual(['C1', 'C2']);
    expect(result.candidate?.id).toBe('C2');
    expect(result.verdict.value).toBe('rejected');
    expect(result.assumptions.map(de).join(' ')).toContain(
      'einzeln gerechnet sind und hier nicht enthalten: Stadtweite Strategie',
    );
  });

  test('a paper without a new project asks nothing', () => {
    const result = assess(smallAgenda(), smallPaper({ pointDecisions: [] }), [], {
      ask: () => {
        throw new Error('must not be asked');
      },
    });
    expect(result.answer).toBeNull();
  });
});
