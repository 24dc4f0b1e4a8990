// Runs before `npm start` and `npm test`: installs what the lock file names, if that has not happened yet.
// Plain JavaScript on Node built-ins only: it must run on the host's Node 20 with no node_modules at all.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const lockFile = join(root, 'package-lock.json');
const installedLock = join(root, 'node_modules', '.installed-package-lock.json');
const bundledNode = join(root, 'node_modules', '.bin', 'node');

/** Prints one sentence in German and in English, then ends with exit code 1. */
function fail(german, english) {
  console.error(`\n${german}\n${english}`);
  process.exit(1);
}

/** The lock file's bytes; ends the program with a clear sentence if it is missing or no JSON. */
function readLock() {
  if (!existsSync(lockFile)) {
    fail(
      'Die Datei package-lock.json fehlt. Bitte mit "git checkout -- package-lock.json" wiederherstellen.',
      'The file package-lock.json is missing. Please restore it with "git checkout -- package-lock.json".',
    );
  }
  const bytes = readFileSync(lockFile);
  try {
    if (typeof JSON.parse(bytes.toString('utf8')).packages !== 'object') throw new Error('no "packages"');
  } catch (error) {
    fail(
      `Die Datei package-lock.json ist beschädigt (${error.message}). Bitte mit "git checkout -- package-lock.json" wiederherstellen.`,
      `The file package-lock.json is broken (${error.message}). Please restore it with "git checkout -- package-lock.json".`,
    );
  }
  return bytes;
}

// `npm install --no-save`, not `npm ci`: the latter refuses a lock file that lacks optional packages of other
// platforms; this one installs exactly the locked versions and leaves the lock file as it is. All that is said goes to
// standard error: standard output belongs to the command that runs afterwards.
function install() {
  const options = ['install', '--no-save', '--loglevel=error', '--include=dev', '--include=optional'];
  const npmCli = process.env.npm_execpath;
  const [command, args] = npmCli ? [process.env.npm_node_execpath ?? process.execPath, [npmCli]] : ['npm', []];
  console.error('Abhängigkeiten werden installiert (einmalig, etwa eine Minute) … / Installing dependencies …');
  const result = spawnSync(command, [...args, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    fail(
      'Die Installation der Abhängigkeiten ist fehlgeschlagen; die Meldung von npm steht darüber. Zugang zur npm-Registry und Plattenplatz (1 GB) prüfen, dann denselben Befehl wiederholen.',
      'Installing the dependencies failed; see the message of npm above. Check access to the npm registry and disk space (1 GB), then run the same command again.',
    );
  }
}

/** Node 24 comes as an npm package on Linux with glibc; elsewhere the host must bring it. */
function checkNode() {
  const node = existsSync(bundledNode) ? bundledNode : process.execPath;
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (version.startsWith('v24.')) return;
  const platform = `${process.platform}-${process.arch}`;
  fail(
    `Für diese Plattform (${platform}) liegt kein lauffähiges Node 24 bei (gefunden: ${version || 'keines'}). Bitte Node 24 installieren und denselben Befehl wiederholen.`,
    `No Node 24 that runs comes for this platform (${platform}; found: ${version || 'none'}). Please install Node 24 and run the same command again.`,
  );
}

const wanted = readLock();
if (!existsSync(installedLock) || !readFileSync(installedLock).equals(wanted)) {
  rmSync(installedLock, { force: true }); // an install that is cut off half-way must not count as done
  install();
  checkNode();
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  copyFileSync(lockFile, installedLock);
}
