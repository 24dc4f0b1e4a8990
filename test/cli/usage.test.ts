import { describe, expect, test } from 'vitest';
import { DEFAULT_SEED } from '../../src/planning/index.ts';
import { modulesOf, run, start } from './run.ts';

const AGENDA = 'examples/chemnitz/agenda.json';
const PAPER = 'examples/chemnitz/papers/ba-090-2020.json';

describe('every wrong call gets one sentence that names the place and the way out, and exit code 1', () => {
  test.each<[args: string, sentence: string]>([
    ['asess', 'Den Befehl „asess“ gibt es nicht; „fahrplan --help“ zeigt alle Befehle. Meinten Sie „assess“?'],
    ['help asses', 'Den Befehl „asses“ gibt es nicht; „fahrplan --help“ zeigt alle Befehle.'],
    ['-x', 'Die Option „-x“ gibt es hier nicht; „fahrplan --help“ zeigt alle Optionen.'],
    ['assess', 'Es fehlt die Angabe Agenda; „fahrplan assess --help“ zeigt den Aufruf.'],
    [`assess ${AGENDA}`, 'Es fehlt die Angabe Vorlage; „fahrplan assess --help“ zeigt den Aufruf.'],
    [`assess ${AGENDA} ${PAPER} x`, 'Das sind zu viele Angaben; „fahrplan assess --help“ zeigt den Aufruf.'],
    [`assess ${AGENDA} ${PAPER} --jsn`, 'Meinten Sie „--json“?'],
    [`assess ${AGENDA} ${PAPER} --seed`, 'Hinter der Option „--seed <n>“ fehlt der Wert.'],
    [`assess ${AGENDA} ${PAPER} --seed 1.5`, 'Hinter „--seed“ steht „1.5“; dort muss eine ganze Zahl von 0 bis'],
    [`plan ${AGENDA} --time 0`, 'Hinter „--time“ steht „0“; dort muss eine ganze Zahl von 1 bis 86400 stehen.'],
    ['generate', 'Es fehlt die Option „--projects <n>“; „fahrplan generate --help“ zeigt den Aufruf.'],
    ['generate --projects 5001', 'Hinter „--projects“ steht „5001“; dort muss eine ganze Zahl von 1 bis 5000 stehen.'],
    [`--lang fr check ${AGENDA}`, 'Hinter „--lang“ steht „fr“; möglich sind de und en.'],
    ['check nowhere.json', 'nowhere.json: Die Datei gibt es nicht; bitte Pfad und Schreibweise prüfen.'],
    ['plan examples', 'examples: Das ist ein Ordner; bitte eine Datei darin angeben.'],
    [
      `assess ${PAPER} ${AGENDA}`,
      'Die Datei enthält eine Ratsvorlage ("format": "fahrplan-paper"), erwartet wird eine Agenda',
    ],
    [
      `assess ${AGENDA} ${AGENDA}`,
      'Die Datei enthält eine Agenda ("format": "fahrplan-agenda"), erwartet wird eine Ratsvorlage',
    ],
    ['backup README.md', 'Die Datei README.md gibt es schon und eine Sicherung überschreibt nichts'],
    ['generate --projects 1 --out nowhere/x.json', 'lässt sich nicht schreiben, weil es ihren Ordner nicht gibt'],
    ['generate --projects 1 --out examples', 'examples ist ein Ordner; bitte einen Dateinamen angeben.'],
  ])('fahrplan %s', async (args, sentence) => {
    const { code, stdout, stderr } = await run(...args.split(' '));
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });
});

describe('language', () => {
  test('English only on demand, before or behind the command; the environment does not count', async () => {
    const english = 'nowhere.json: The file does not exist; please check path and spelling.\n';
    expect((await run('check', 'nowhere.json', '--lang', 'en')).stderr).toBe(english);
    expect((await run('--lang=en', 'check', 'nowhere.json')).stderr).toBe(english);
    const env = { LC_ALL: 'en_GB.UTF-8', LANG: 'en_GB.UTF-8' };
    expect((await start(['check', 'nowhere.json'], env).ended).stderr).toContain('Die Datei gibt es nicht');
  });
});

describe('help', () => {
  test('lists every command, in both languages, without a foreign word of the option parser', async () => {
    const german = await run('--help');
    expect(german.code).toBe(0);
    const commands = ['check', 'assess', 'plan', 'generate', 'backup', 'restore', 'serve', 'worker', 'sign-in-link'];
    for (const name of commands) {
      expect(german.stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
      expect((await run(name, '--help')).stdout).not.toMatch(/Usage|Options|Arguments|display|default/);
    }
    expect((await run('--help', '--lang', 'en')).stdout).toMatch(/^Usage: fahrplan \[options\] \[command\]/);
    expect((await run()).stdout).toBe(german.stdout);
    expect((await run('help', 'assess')).stdout).toBe((await run('assess', '--help')).stdout);
  });

  test('is there at once: neither the engine nor any package but that of the options is loaded for it', async () => {
    for (const option of ['--help', '--version']) {
      const loaded = await modulesOf(option);
      expect(loaded).toContain('src/cli/main.ts');
      expect(loaded.filter((one) => !/^(src\/cli|node_modules\/commander)\//.test(one))).toEqual([]);
      expect(loaded.length).toBeLessThan(30);
    }
  });
});

test('the seed that help promises for assess is the one of the planner', async () => {
  const { stdout } = await run('assess', '--help');
  expect(stdout).toContain(`(sonst ${DEFAULT_SEED})`);
});
