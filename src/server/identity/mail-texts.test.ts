import { expect, test } from 'vitest';
import { digestMail } from '../digest.ts';
import { invitationMail, resetMail } from './mail-texts.ts';

const anna = { name: 'Anna', mail: 'anna@musterstadt.de' };
const about = { city: 'Musterstadt', link: 'https://f.example/einladung#x', days: 1 };

test('mails about an account are in the language of the account', () => {
  const german = resetMail(anna, { ...about, language: 'de' });
  expect(german).toMatchObject({ to: anna.mail, subject: 'Neues Kennwort für Fahrplan (Musterstadt)' });
  expect(german.text).toMatch(
    /^Guten Tag Anna,\n\nunter diesem Link.*\n\nhttps:.*\n\nDer Link gilt einmal und einen Tag lang\./,
  );
  const english = invitationMail(anna, { ...about, days: 7, language: 'en' });
  expect(english.subject).toBe('Access to Fahrplan (Musterstadt)');
  expect(english.text).toMatch(/^Dear Anna,\n\n.*\n\nhttps:.*\n\nThe link works once and for 7 days\.\n/);
  expect(english.text).not.toMatch(/[äöüß]|Guten/);
});

test('so is the daily mail', () => {
  const news = [
    { id: '1', reason: 'mention', kind: 'project', record: 'V2', title: 'Portal', by: 'p-2', at: '', read: false },
    { id: '2', reason: 'change', kind: 'project', record: 'V9', title: null, by: 'p-2', at: '', read: false },
  ] as const;
  const digest = { recipient: 'p-1', ...anna, news: [...news] };
  const german = digestMail({ ...digest, language: 'de' }, { 'p-2': 'Otto' }, 'https://f.example');
  expect(german.subject).toBe('Fahrplan: 2 Mitteilungen');
  expect(german.text).toContain('- Portal: Otto hat Sie erwähnt\n- V9 (gelöscht): Otto hat etwas geändert');
  const english = digestMail({ ...digest, language: 'en' }, { 'p-2': 'Otto' }, 'https://f.example');
  expect(english.subject).toBe('Fahrplan: 2 notifications');
  expect(english.text).toContain('- Portal: Otto mentioned you\n- V9 (deleted): Otto changed something');
  expect(english.text).toContain('https://f.example/mitteilungen');
});
