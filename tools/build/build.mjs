import { ToolError } from '../setup/run.mjs';
import { look } from './inputs.mjs';
import { targets } from './targets.mjs';

/**
 * Builds the stale ones among the named targets (all without names). Resolves with the names of those built.
 * @param {readonly string[]} [names]
 * @param {{ quiet?: boolean }} [options] `quiet` leaves out the line that says what is built
 */
export async function build(names = targets.map(({ name }) => name), { quiet = false } = {}) {
  const stale = targets
    .filter(({ name }) => names.includes(name))
    .map((target) => ({ target, state: look(target.name, target.inputs, target.outputs) }))
    .filter(({ state }) => state.stale);
  if (stale.length === 0) return [];
  if (!quiet) process.stderr.write(`Building ${stale.map(({ target }) => target.name).join(', ')} …\n`);
  await Promise.all(
    stale.map(async ({ target, state }) => {
      try {
        await target.build();
      } catch (error) {
        throw new ToolError(
          `The ${target.name} build failed: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      state.built();
    }),
  );
  return stale.map(({ target }) => target.name);
}
