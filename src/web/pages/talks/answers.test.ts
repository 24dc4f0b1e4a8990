import { expect, test } from 'vitest';
import { askedQuestions, guideOf, nameFor, withAnswer } from './answers.ts';

const general = { id: 'g', name: 'Allgemein', units: [], questions: [{ text: 'Was fehlt?' }, { text: 'Warum?' }] };
const own = { id: 'o', name: 'Bauamt', units: ['bau'], questions: [{ text: 'Wie viele Pläne?' }] };

test('an office is asked along its own guide, else along the general one', () => {
  expect(guideOf([general, own], 'bau')).toBe(own);
  expect(guideOf([general, own], 'kasse')).toBe(general);
  expect(guideOf([own], undefined)).toBeUndefined();
});

test('what an earlier wording of the guide has asked stays, and an emptied answer goes', () => {
  const asked = askedQuestions(general, [
    { question: 'Was störte?', text: 'Papier' },
    { question: 'Warum?', text: 'Gesetz' },
  ]);
  expect(asked.map(({ question, text, former }) => [question, text, former])).toEqual([
    ['Was fehlt?', '', false],
    ['Warum?', 'Gesetz', false],
    ['Was störte?', 'Papier', true],
  ]);
  expect(withAnswer(asked, 'Warum?', '')).toEqual([{ question: 'Was störte?', text: 'Papier' }]);
  expect(withAnswer(asked, 'Was fehlt?', 'Ein Portal')[0]).toEqual({ question: 'Was fehlt?', text: 'Ein Portal' });
});

test('a passage is named by its first sentence, and a long one is cut between words', () => {
  expect(nameFor('Termine online vergeben. Das spart Wege.')).toBe('Termine online vergeben');
  expect(nameFor('  Kasse\nund mehr ')).toBe('Kasse');
  expect(nameFor(`${'Wort '.repeat(40)}`)).toMatch(/^(Wort )+…$/);
});
