/** What the machine itself must bring: the libraries Electron links to, a display, and what the tests look with. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { capture, ToolError } from './run.mjs';

/** Debian's names of what the window needs. */
const windowPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libnotify4'];

/** Debian's names of what the tests need besides: a display, fonts that do not vary, a reader of PDFs, a word processor without a window, and what several relays share. */
const testPackages = [
  ...windowPackages,
  'xvfb',
  'xauth',
  'fonts-liberation',
  'poppler-utils',
  'libreoffice-writer-nogui',
  'postgresql',
  'redis-server',
];

const isDebian = () => existsSync('/etc/debian_version');
const isRoot = () => process.getuid?.() === 0;

/** Package names that later releases gave another ending (64-bit time). @param {string} name */
const spellings = (name) => [name, `${name}t64`];

/** @param {readonly string[]} names @returns {string[]} those that are not installed */
function missing(names) {
  const wanted = names.flatMap(spellings);
  const { stdout } = capture('dpkg-query', ['-W', '-f', '${db:Status-Abbrev} ${Package}\n', ...wanted]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('ii'))
      .map((line) => line.split(/\s+/)[1]),
  );
  return names.filter((name) => !spellings(name).some((spelling) => installed.has(spelling)));
}

/** @param {readonly string[]} names */
function install(names) {
  process.stderr.write(`Installing system packages: ${names.join(' ')} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  capture('apt-get', ['update', '-qq'], { env });
  // A later release knows some of them only by their new name.
  const known = names.map((name) => spellings(name).find((spelling) => hasCandidate(spelling)) ?? name);
  const done = capture('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...known], { env });
  if (!done.ok) throw new ToolError(`apt-get could not install ${known.join(' ')}:\n${done.stderr}`);
}

/** @param {string} name */
const hasCandidate = (name) => /Candidate: (?!\(none\))/.test(capture('apt-cache', ['policy', name]).stdout);

/** @param {readonly string[]} names */
function ensurePackages(names) {
  if (!isDebian()) return;
  // Remembered per user and list, so that later starts need not ask dpkg.
  const stamp = join(cacheFolder(), 'system-packages');
  const list = names.join(' ');
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : [];
  if (known.includes(list)) return;
  const absent = missing(names);
  if (absent.length > 0) {
    if (!isRoot())
      throw new ToolError(
        `These system packages are missing: ${absent.join(' ')}. Install them with: sudo apt-get install ${absent.join(' ')}`,
      );
    install(absent);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, [...known, list].join('\n'));
}

/** Sees to what a window needs: installed on Debian as root, named elsewhere. */
export function ensureWindowPackages() {
  if (process.platform === 'linux')
    ensurePackages(hasDisplay() ? windowPackages : [...windowPackages, 'xvfb', 'xauth']);
}

/** Sees to what the tests need: installed on Debian as root, named elsewhere. */
export function ensureTestPackages() {
  if (process.platform !== 'linux') return;
  ensurePackages(testPackages);
  const tools = [...(hasDisplay() ? [] : ['xvfb-run']), 'pdftotext'];
  const absent = tools.filter((tool) => !capture('sh', ['-c', `command -v ${tool}`]).ok);
  if (absent.length > 0)
    throw new ToolError(
      `The tests need ${absent.join(' and ')}: install the packages with these commands and try again.`,
    );
}

/** Whether a window can be shown as things are. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/**
 * The command line that runs a program with a display: as it is where there is one, inside a virtual one where not.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ announce?: boolean }} [options] `announce` says in one line that a virtual display is used
 * @returns {[command: string, args: string[]]}
 */
export function withDisplay(command, args, { announce = false } = {}) {
  if (hasDisplay()) return [command, [...args]];
  if (!capture('sh', ['-c', 'command -v xvfb-run']).ok) {
    throw new ToolError(
      'There is no display here, and no xvfb-run for a virtual one: install the packages xvfb and xauth.',
    );
  }
  if (announce) process.stderr.write('There is no display here: using a virtual one (xvfb-run).\n');
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', command, ...args]];
}

/** Chromium refuses its outer sandbox for root; the renderer's own sandbox stays on in code. */
export const rootSwitches = () => (process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : []);
