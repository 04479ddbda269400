// Which rooms of src/ a file may import from: the ESLint rule, and what the compiler of the layouts
// refuses by the same list.

import { posix, sep } from 'node:path';

/**
 * Where a file may import values from: rooms, the folders below `src/`, or single files there.
 * @typedef {{ allowed: readonly string[], message: string }} Border
 */

/** @type {Border} */
export const COMPONENTS = {
  allowed: ['components', 'layouts', 'locales', 'styles', 'pictures/markup.ts'],
  message:
    'A component gets props and nothing else: let the edition put it into the view model. Types may come from anywhere (import type).',
};

/** @type {Border} */
export const ROUTES = {
  allowed: ['layouts'],
  message:
    'A route hands the view model of its kind to a layout and does nothing else: let the edition put it into the view model.',
};

/**
 * The border that a file below `src/` must keep; undefined for the rooms that this list leaves free.
 * @param {string} file below `src/`: `components/Teaser.astro`
 * @returns {Border | undefined}
 */
export function borderOf(file) {
  if (/\.test\.ts$/.test(file)) return undefined;
  if (/^(components|layouts)\//.test(file)) return COMPONENTS;
  return file.startsWith('pages/') ? ROUTES : undefined;
}

/**
 * Whether a border lets an import through.
 * @param {Border} border
 * @param {string} specifier as it is written
 * @param {string} importer the file below `src/` that it stands in
 */
export function lets({ allowed }, specifier, importer) {
  const target = targetOf(specifier, importer);
  return allowed.some((place) => target === place || target?.startsWith(`${place}/`) === true);
}

/**
 * Reports each import that is neither of a type nor from what is `allowed`: rooms, the folders below
 * `src/`, or single files there. A package is neither. `import.meta.glob` takes in files unnamed.
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
    messages: {
      outside: "'{{specifier}}' is out of reach here. {{message}}",
      glob: 'import.meta.glob is out of reach here. {{message}}',
    },
  },
  create(context) {
    const [border] = context.options;
    const file = context.filename.split(sep).join('/');
    const below = file.slice(file.lastIndexOf('/src/') + '/src/'.length);

    function check(node) {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string' || isOfTypes(node)) return;
      if (lets(border, specifier, below)) return;
      const data = { specifier, message: border.message };
      context.report({ node: node.source, messageId: 'outside', data });
    }

    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      'MemberExpression[object.type="MetaProperty"][property.name=/^glob/]': (node) => {
        context.report({ node, messageId: 'glob', data: { message: border.message } });
      },
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
