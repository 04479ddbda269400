import type { Element, ElementContent, Properties } from 'hast';

/** Elements without an end tag. */
const VOID = new Set('br col hr img source wbr'.split(' '));

/**
 * Printed nodes as HTML: what `hast-util-to-html` makes of them, in a third of the time. It knows no
 * more than the printer needs: texts and elements of HTML, none of them with text of its own rules
 * (`script`, `style`), and no lists with commas among the attributes.
 */
export function toHtml(nodes: readonly ElementContent[]): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === 'text') html += node.value.replace(/[&<]/g, reference);
    else if (node.type === 'element') html += elementHtml(node);
  }
  return html;
}

function elementHtml({ tagName, properties, children }: Element): string {
  const start = `<${tagName}${attributes(properties)}>`;
  return VOID.has(tagName) ? start : `${start}${toHtml(children)}</${tagName}>`;
}

function attributes(properties: Properties): string {
  let html = '';
  for (const property in properties) {
    const value = properties[property];
    if (value === undefined || value === null || value === false) continue;
    html += ` ${attributeName(property)}`;
    if (value === true) continue;
    const words = Array.isArray(value) ? value.join(' ').trim() : String(value);
    html += `="${words.replace(/["&'`]/g, reference)}"`;
  }
  return html;
}

const names = new Map([['className', 'class']]);

/** `dateTime` is `datetime`, `ariaLabelledBy` is `aria-labelledby`. */
function attributeName(property: string): string {
  let name = names.get(property);
  if (name === undefined) {
    name = property.replace(/^aria(?=[A-Z])/u, 'aria-').toLowerCase();
    names.set(property, name);
  }
  return name;
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
