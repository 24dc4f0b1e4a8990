import { describe, expect, test } from 'vitest';
import type { PaperInput } from '../paper.ts';
import { block, draft } from './testing.ts';

const inquiry = (more: Partial<PaperInput> = {}): Partial<PaperInput> => ({
  kind: 'councilInquiry',
  versions: [
    {
      number: 1,
      points: [
        { number: '1', text: 'Wie viele Stellen hat das Vorhaben?' },
        { number: '2a', text: 'Wann ist es fertig?' },
      ],
    },
  ],
  ...more,
});

describe('an inquiry is answered question by question', () => {
  test('each question is a block of its own between the head and the signature', () => {
    const made = draft({ paper: inquiry({ pointDecisions: [] }) });
    expect(made.title.replaceAll('\u00a0', ' ')).toMatch(/^Antwort auf die Ratsanfrage Nr\. /);
    const ids = made.blocks.map((one) => one.id);
    expect(ids[0]).toBe('reference');
    expect(ids.filter((id) => id.startsWith('question-'))).toEqual(['question-1', 'question-2a']);
    expect(ids.at(-1)).toBe('signatory');
    for (const judged of ['verdict', 'recommendation', 'finance', 'comparison']) expect(ids).not.toContain(judged);
  });

  test('what the records say is drafted with bound figures, what nobody knows is named', () => {
    const paper = inquiry({
      pointDecisions: [
        {
          point: '1',
          scope: 'administration',
          relations: [
            { kind: 'project', id: 'A2' },
            { kind: 'obligation', id: 'payment' },
            { kind: 'need', id: 'none' },
          ],
          by: 'Amt',
          on: '2021-01-04',
        },
      ],
    });
    const [question, fact, ...more] = block('question-1', { paper });
    expect(question).toBe('„Wie viele Stellen hat das Vorhaben?“');
    expect(fact).toMatch(/^- Vorhaben .*: in Arbeit/);
    expect(more).toEqual([expect.stringContaining('- Rechtsgrundlage: § 3')]);
    expect(block('question-2a', { paper })).toEqual([
      '„Wann ist es fertig?“',
      '! Frage 2a ist noch nicht zugeordnet.',
      '! Antwort auf Frage 2a in Worten.',
    ]);
  });
});
