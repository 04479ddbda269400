// An ESLint rule: which rooms of src/ a file may import from.

import { posix, sep } from 'node:path';

/**
 * Reports each import that is neither of a type nor from what is `allowed`: rooms, the folders below
 * `src/`, or single files there. A package is neither.
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
      const target = targetOf(specifier, below);
      if (allowed.some((place) => target === place || target?.startsWith(`${place}/`))) return;
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

/** The file below `src/` that an import leads to; undefined for a package. */
function targetOf(specifier, importer) {
  const path = specifier.split('?', 1)[0];
  if (path.startsWith('#')) return posix.normalize(path.slice(1));
  if (!path.startsWith('.')) return undefined;
  return posix.join(posix.dirname(importer), path);
}
