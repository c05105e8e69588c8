import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, it } from 'vitest';
import { justifiedAssertion } from './justified-assertion.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

tester.run('justified-assertion', justifiedAssertion, {
  valid: [
    'const names = ["a"] as const;',
    '// The schema has just accepted it.\nconst value = raw as Value;',
    'const value = raw as Value; // checked above',
    'function f() {\n  // Only listeners of this event.\n  return call(\n    value as never,\n  );\n}',
  ],
  invalid: [
    { code: 'const value = raw as Value;', errors: [{ messageId: 'unjustified' }] },
    {
      code: '// About something else.\nlet other;\n\nconst value = raw as Value;',
      errors: [{ messageId: 'unjustified' }],
    },
    { code: 'const value = raw as unknown as Value;', errors: 2 },
  ],
});
