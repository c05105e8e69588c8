import * as v from 'valibot';
import { libraryFailures } from './library.ts';
import { resultOf } from './method.ts';

/**
 * Encryption of the library at rest. Keys never come to the page; what a person types, and the recovery code that is shown once,
 * only pass through it.
 */

const done = v.undefined();
const words = v.pipe(v.string(), v.maxLength(1000));

/** Letters that a passphrase has at least. */
export const shortestPassphrase = 10;
const passphrase = v.pipe(v.string(), v.minLength(shortestPassphrase), v.maxLength(1000));

/**
 * How it stands with the library. `plain`: not encrypted. `locked`: the key is not at hand; `passphrase`: there is one, `lost`: this
 * computer's keychain should have the key and does not. `unfinished`: some notebooks are not yet as they should be, and all of
 * them rest; `agreed`: nobody has to be asked again. `open`: encrypted and unlocked. `trouble`: it cannot be unlocked.
 */
export const encryptionSchema = v.variant('kind', [
  v.object({ kind: v.literal('plain') }),
  v.object({ kind: v.literal('locked'), passphrase: v.boolean(), lost: v.boolean() }),
  v.object({ kind: v.literal('unfinished'), towards: v.picklist(['encrypted', 'plain']), agreed: v.boolean() }),
  v.object({ kind: v.literal('open'), passphrase: v.boolean(), keychain: v.boolean() }),
  v.object({ kind: v.literal('trouble'), message: words }),
]);
export type EncryptionState = v.InferOutput<typeof encryptionSchema>;

/** Whether this computer's keychain can keep a key, and if not, why, in a sentence. */
export const keychainSchema = v.object({ available: v.boolean(), why: words });
export type Keychain = v.InferOutput<typeof keychainSchema>;

/** A notebook that stayed as it was, and why. */
const leftSchema = v.array(v.object({ title: words, message: words }));
export type LeftNotebook = v.InferOutput<typeof leftSchema>[number];

/** Why it was not done: `wrong` passphrase or code; the others as the library has them. */
const failures = [...libraryFailures, 'wrong'] as const;
const answer = <T extends v.GenericSchema>(value: T) => resultOf(value, failures);
const code = v.object({ recoveryCode: v.string() });

/** Arguments and answers of the encryption's methods. */
export const encryption = {
  state: { args: done, result: encryptionSchema },
  keychain: { args: done, result: keychainSchema },
  unlock: {
    args: v.object({ by: v.picklist(['passphrase', 'recovery']), secret: v.pipe(v.string(), v.maxLength(1000)) }),
    result: answer(done),
  },
  /** Makes a key and gives its recovery code. Nothing is written before `begin`. */
  prepare: { args: v.object({ passphrase: v.nullable(passphrase), keychain: v.boolean() }), result: answer(code) },
  begin: { args: done, result: answer(done) },
  turnOff: { args: done, result: answer(done) },
  keep: { args: done, result: answer(done) },
  convert: { args: done, result: answer(v.object({ left: leftSchema })) },
  stop: { args: done, result: done },
  /** Only of an encrypted library. The page has seen to it before that the library folder has everything. */
  forgetCopies: { args: done, result: answer(done) },
  /** `current`: the passphrase that there is, or the recovery code; null where there is no passphrase yet. */
  changePassphrase: { args: v.object({ current: v.nullable(words), passphrase }), result: answer(done) },
  newCode: { args: done, result: answer(code) },
  /** Whether this computer's keychain keeps the key. */
  remember: { args: v.object({ keychain: v.boolean() }), result: answer(done) },
} as const;
