/** Reads the fuses burnt into the packaged app: those of a release, and that the tested build differs in one point only. */
import { packageFolder } from '../package/package.mjs';

/** What a release must have, by the names of @electron/fuses. @type {Readonly<Record<string, boolean>>} */
const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** The one fuse in which the build that the journeys drive differs: Playwright needs it. */
const forTests = 'EnableNodeCliInspectArguments';

/** How the wire spells a fuse that is on: the character 1. The package keeps its own name for it to itself. */
const on = '1'.charCodeAt(0);

/** @param {string} executable @returns {Promise<Record<string, boolean>>} */
async function read(executable) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.keys(wanted).map((name) => {
      // Names and numbers of the enumeration are each other's keys.
      const option = /** @type {Record<string, any>} */ (FuseV1Options)[name];
      return [name, /** @type {any} */ (wire)[option] === on];
    }),
  );
}

/** @param {string} kind @param {Record<string, boolean>} found @param {Readonly<Record<string, boolean>>} expected */
function compare(kind, found, expected) {
  const wrong = Object.keys(expected).filter((name) => found[name] !== expected[name]);
  for (const name of wrong) process.stderr.write(`${kind}: ${name} is ${found[name] ? 'on' : 'off'}\n`);
  return { passed: Object.keys(expected).length - wrong.length, failed: wrong.length };
}

/** Packages both kinds where needed and counts the fuses that are right and wrong. */
export async function readFuses() {
  const release = compare('release', await read(await packageFolder('release')), wanted);
  const test = compare('test', await read(await packageFolder('test')), { ...wanted, [forTests]: true });
  return { passed: release.passed + test.passed, failed: release.failed + test.failed };
}
