import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAgenda, planVersionSchema } from '../../src/agenda/index.ts';
import { setAt } from '../../src/agenda/testing.ts';
import { assessmentSchema } from '../../src/council/index.ts';
import { templateOf } from '../../src/formats/letterhead/testing.ts';
import { DEFAULT_SEED } from '../../src/planning/index.ts';
import { folder, ROOT, run, smallFiles, start } from './run.ts';

const AGENDA = 'examples/chemnitz/agenda.json';

describe('check', () => {
  test('sound files are named as sound', async () => {
    const papers = readdirSync(join(ROOT, 'examples/chemnitz/papers')).map(
      (name) => `examples/chemnitz/papers/${name}`,
    );
    const { code, stdout, stderr } = await run('check', AGENDA, ...papers);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe([AGENDA, ...papers].map((name) => `${name}: keine Fehler\n`).join(''));
  });

  test('every fault of every file is named with its place', async () => {
    const { agenda, paper } = smallFiles((agendaJson, paperJson) => {
      setAt(agendaJson, 'planStart', '2020-09-01');
      setAt(agendaJson, 'projects[0].phases[0].work.own.weeks', 0);
      setAt(paperJson, 'pointDecisions[0].point', '9');
    });
    const { code, stdout, stderr } = await run('check', agenda, paper);
    expect(code).toBe(1);
    expect(stderr).toBe('3 Fehler gefunden; jeder steht auf der Standardausgabe mit Stelle und Abhilfe.\n');
    expect(stdout.split('\n').map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      `${agenda}: projects[0].phases[0].work.own.weeks`,
      `${agenda}: planStart`,
      `${paper}: pointDecisions[0].point`,
      '',
    ]);
  });

  test('sound records that rule out every plan are a fault', async () => {
    const { agenda } = smallFiles((json) => setAt(json, 'budgetLines[0].years', [{ year: 2020, amountCents: 0 }]));
    const { code, stderr } = await run('check', agenda);
    expect([code, stderr]).toEqual([1, expect.stringContaining(agenda)]);
  });

  test('as JSON', async () => {
    const { agenda } = smallFiles((json) => setAt(json, 'planStart', '2020-09-01'));
    const { code, stdout } = await run('check', agenda, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: agenda, faults: [{ code: 'planStartNotMonday', path: ['planStart'] }] },
    ]);
  });
});

describe('generate', () => {
  test('gives a sound agenda, the same for the same seed, on standard output or as a file', async () => {
    const out = join(folder(), 'agenda.json');
    const first = await run('generate', '--projects', '20', '--seed', '5');
    expect((await run('generate', '--projects', '20', '--seed', '5', '--out', out)).stdout).toBe('');
    expect(readFileSync(out, 'utf8')).toBe(first.stdout);
    expect(parseAgenda(JSON.parse(first.stdout))).toHaveProperty('agenda');
  });

  test('a reader that goes away is no fault', async () => {
    const command = `set -o pipefail; "${process.execPath}" src/cli/main.ts generate --projects 2000 | head -c 10`;
    const result = await new Promise<{ error: unknown; stdout: string; stderr: string }>((resolve) => {
      execFile('bash', ['-c', command], { cwd: ROOT }, (error, stdout, stderr) => resolve({ error, stdout, stderr }));
    });
    expect(result).toEqual({ error: null, stdout: '{\n  "forma', stderr: '' });
  });
});

describe('plan', () => {
  test('prints dates, load and money; the same call gives the same plan', async () => {
    const { agenda } = smallFiles();
    const first = await run('plan', agenda);
    expect(first.code).toBe(0);
    for (const words of ['3 Vorhaben geplant', 'E-Payment', 'Auslastung der Teams', 'Programmmittel']) {
      expect(first.stdout).toContain(words);
    }
    expect((await run('plan', agenda)).stdout).toBe(first.stdout);
  });

  test('as JSON, and as an agenda that holds the plan', async () => {
    const { agenda, folder: place } = smallFiles();
    const out = join(place, 'planned.json');
    const { stdout } = await run('plan', agenda, '--json', '--out', out);
    const printed = JSON.parse(stdout) as { plan: unknown };
    const documented = readFileSync(join(ROOT, 'docs/formats/plan.md'), 'utf8').matchAll(/^\| `(\w+)` \|/gm);
    expect(Object.keys(printed)).toEqual([...documented].map(([, field]) => field));
    const read = parseAgenda(JSON.parse(readFileSync(out, 'utf8')));
    if ('faults' in read) throw new Error(read.faults[0]?.message.de);
    expect(read.agenda.plans.at(-1)).toEqual(planVersionSchema.parse(printed.plan));
  });

  test('what is fixed and does not fit is named: which team, in which month', async () => {
    const { agenda } = smallFiles((json) => {
      setAt(json, 'projects[0].fixedStart', '2020-08-31');
      setAt(json, 'teams[0].capacity', [{ from: '2020-08-31', personDaysPerYear: 1 }]);
    });
    const { code, stdout, stderr } = await run('plan', agenda);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Was festgehalten ist, überlastet „');
  });

  test('long work in two threads shows how far it is, and Ctrl-C ends both with the best plan so far', async () => {
    const agenda = join(folder(), 'agenda.json');
    await run('generate', '--projects', '100', '--out', agenda);
    const planning = start(['plan', agenda, '--time', '600', '--threads', '2']);
    await planning.says('Rechnet');
    planning.process.kill('SIGINT');
    const { code, stdout, stderr } = await planning.ended;
    expect(stderr).toContain('Wird beendet, die beste Antwort bis hierher folgt.');
    expect(code).toBe(0);
    expect(stdout).toContain('Vorzeitig beendet: Das ist der beste Plan bis dahin.');
  });
});

describe('assess', () => {
  test('answers a paper in German, in English, and as JSON that fits its schema', async () => {
    const { agenda, paper } = smallFiles();
    const german = await run('assess', agenda, paper);
    expect(german.code).toBe(0);
    for (const title of ['Ergebnis der Prüfung', 'Frühester Beginn', 'Punkte der Vorlage', 'Annahmen', 'Belege']) {
      expect(german.stdout).toContain(title);
    }
    expect((await run('assess', agenda, paper, '--lang', 'en')).stdout).toContain('Earliest start');
    const json = await run('assess', agenda, paper, '--json');
    const answer = assessmentSchema.parse(JSON.parse(json.stdout));
    expect(answer.answer?.engine).toMatchObject({
      seed: DEFAULT_SEED,
      complete: true,
      inputsHash: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect((await run('assess', agenda, paper, '--json')).stdout).toBe(json.stdout);
  });

  test('writes the statement as a Word file and as PDF', async () => {
    const { agenda, paper, folder: place } = smallFiles();
    const [docx, pdf] = [join(place, 'statement.docx'), join(place, 'statement.pdf')];
    const head = join(place, 'briefkopf.docx');
    writeFileSync(head, templateOf(''));
    const { code, notes } = await run('assess', agenda, paper, '--docx', docx, '--pdf', pdf, '--template', head);
    expect({ code, notes }).toEqual({ code: 0, notes: `Geschrieben: ${docx}\nGeschrieben: ${pdf}\n` });
    expect(readFileSync(docx).toString('latin1')).toContain('word/header1.xml');
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(place).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('writes reports, and says which there are', async () => {
    const { agenda, folder: place } = smallFiles();
    const file = join(place, 'beschluesse.csv');
    const { code, notes } = await run('report', 'resolutions', agenda, file, '--papers', place);
    expect({ code, notes }).toEqual({ code: 0, notes: `Geschrieben: ${file}\n` });
    expect(readFileSync(file, 'utf8')).toContain('Art;Nr.;Gegenstand');
    const docx = join(place, 'bericht.docx');
    expect((await run('report', 'committee', agenda, docx)).code).toBe(0);
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
    expect((await run('report', 'bericht', agenda, docx)).stderr).toContain('committee, faction, resolutions');
    expect((await run('report', 'staff', agenda, file)).stderr).toContain('.docx oder .pdf');
  });

  test('takes the other papers of the folder into account, and passes over what is broken', async () => {
    const {
      agenda,
      paper,
      folder: place,
    } = smallFiles((_, json) => setAt(json, 'related', [{ reference: 'RA-9/2020', relation: 'earlierInquiry' }]));
    const inquiry = { ...JSON.parse(readFileSync(paper, 'utf8')), id: 'ra-009-2020', reference: 'RA-009/2020' };
    writeFileSync(join(place, 'ra-009-2020.json'), JSON.stringify({ ...inquiry, kind: 'councilInquiry' }));
    writeFileSync(join(place, 'broken.json'), '{"format": "fahrplan-paper", "version": 1}');
    const { code, stdout, stderr } = await run('assess', agenda, paper, '--json');
    expect(code).toBe(0);
    expect(stderr).toContain('Die Vorlage broken.json im selben Ordner ist fehlerhaft');
    expect(stdout).toContain('ra-009-2020');
  });

  test('a paper that does not fit the agenda is refused with the first fault and the way to all', async () => {
    const { agenda, paper } = smallFiles((_, json) => {
      setAt(json, 'pointDecisions[0].belongsTo', 'nix');
      setAt(json, 'originators[0].source', 'nix');
    });
    const { code, stdout, stderr } = await run('assess', agenda, paper);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`${paper}: pointDecisions[0].belongsTo: Eine Kennung „nix“ (Strategie)`);
    expect(stderr).toContain(`(und ein weiterer Fehler; „fahrplan check ${agenda} ${paper}“ zeigt alle)`);
  });

  test('a candidate that waits for something without a date is refused in words', async () => {
    const { agenda, paper } = smallFiles((agendaJson, json) => {
      setAt(agendaJson, 'prerequisites[0].expectedOn', undefined);
      setAt(json, 'candidates[0].prerequisites', ['decision']);
    });
    const { code, stderr } = await run('assess', agenda, paper);
    expect(code).toBe(1);
    expect(stderr).toContain('wartet; bitte die Vorlage ergänzen.');
  });
});

test('a file is written completely or not at all', async () => {
  const place = folder();
  const target = join(place, 'taken');
  mkdirSync(target);
  const { code } = await run('generate', '--projects', '1', '--out', target);
  expect(code).toBe(1);
  expect(readdirSync(place)).toEqual(['taken']);
  expect(existsSync(join(target, 'x'))).toBe(false);
});
