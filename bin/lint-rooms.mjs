// An ESLint rule: which rooms of src/ a file may import from.

import { posix, sep } from 'node:path';

/**
 * Reports each import that is neither of a type nor from one of the `allowed` rooms, the first
 * folders below `src/`. A package is no room.
 * @type {import('eslint').Rule.RuleModule}
 */
export const rooms = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: {
          allowed: { type: 'array', items: { type: 'string' } },
          message: { type: 'string' },
        },
        required: ['allowed', 'message'],
        additionalProperties: false,
      },
    ],
    messages: { outside: "'{{specifier}}' is out of reach here. {{message}}" },
  },
  create(context) {
    const [{ allowed, message }] = context.options;
    const file = context.filename.split(sep).join('/');
    const below = file.slice(file.lastIndexOf('/src/') + '/src/'.length);

    function check(node) {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string' || isOfTypes(node)) return;
      if (allowed.includes(roomOf(specifier, below))) return;
      context.report({ node: node.source, messageId: 'outside', data: { specifier, message } });
    }

    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

function isOfTypes(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  return (
    node.specifiers?.length > 0 &&
    node.specifiers.every(({ importKind, exportKind }) => [importKind, exportKind].includes('type'))
  );
}

/** The first folder below `src/` that an import leads to; undefined for a package. */
function roomOf(specifier, importer) {
  const path = specifier.split('?', 1)[0];
  if (path.startsWith('#')) return posix.normalize(path.slice(1)).split('/')[0];
  if (!path.startsWith('.')) return undefined;
  return posix.join(posix.dirname(importer), path).split('/')[0];
}
