/**
 * Local rule: an assertion (`value as Type`) tells the compiler to believe us, so a comment says why it may: on its line, or
 * above its statement or the part of it that holds the assertion. `as const` asserts nothing and is free.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const justifiedAssertion = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Require a comment that justifies each type assertion' },
    messages: { unjustified: 'Say in a comment why this assertion holds, or check the value instead.' },
    schema: [],
  },
  create(context) {
    const source = context.sourceCode;
    const commented = new Set(
      source.getAllComments().flatMap(({ loc }) => (loc ? [loc.start.line, loc.end.line] : [])),
    );
    /** @param {any} node from the line of the assertion up to its statement's first line */
    const justified = (node) => {
      if (commented.has(node.loc.start.line) || commented.has(node.loc.end.line)) return true;
      for (let at = node; at !== null; at = at.parent) {
        if (commented.has(at.loc.start.line - 1)) return true;
        if (/Statement$|Declaration$|PropertyDefinition|MethodDefinition/.test(at.type)) return false;
      }
      return false;
    };
    return {
      /** @param {any} node */
      TSAsExpression(node) {
        const constant =
          node.typeAnnotation.type === 'TSTypeReference' && node.typeAnnotation.typeName.name === 'const';
        if (!constant && !justified(node)) context.report({ node, messageId: 'unjustified' });
      },
    };
  },
};
