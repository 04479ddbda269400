/** Every address that a file of the edition names, and what it is used for. */
import type { Found } from './html.ts';

export interface Named {
  /** As it stands there. */
  address: string;
  /** Where: `a href`, `img srcset`, `url()`. */
  place: string;
  /** Whether readers and browsers follow it; else it is said to machines alone. */
  use: 'followed' | 'said';
}

/** Values of `<link rel>` by which the page names itself or its feeds to machines, absolutely. */
const SAID_LINKS = new Set(['canonical', 'alternate']);

const ADDRESSES = ['href', 'src', 'poster', 'action', 'formaction', 'data', 'cite', 'background'];

/** The addresses in the elements of a page. */
export function namedBy(elements: readonly Found[]): Named[] {
  return elements.flatMap(({ name, attributes, text }) => {
    const use =
      name === 'link' && SAID_LINKS.has(attributes['rel'] ?? '')
        ? ('said' as const)
        : ('followed' as const);
    const named: Named[] = ADDRESSES.filter((attribute) => attributes[attribute] !== undefined).map(
      (attribute) => ({
        address: attributes[attribute] ?? '',
        place: `${name} ${attribute}`,
        use,
      }),
    );
    for (const attribute of ['srcset', 'imagesrcset']) {
      for (const candidate of (attributes[attribute] ?? '').split(/,\s+/).filter(Boolean)) {
        const address = candidate.trim().split(/\s+/)[0] ?? '';
        named.push({ address, place: `${name} ${attribute}`, use });
      }
    }
    if (name === 'meta' && attributes['http-equiv'] === 'refresh') {
      const address = /url=(.*)$/i.exec(attributes['content'] ?? '')?.[1] ?? '';
      named.push({ address, place: 'meta refresh', use });
    }
    if (name === 'style') named.push(...namedByStyle(text));
    return named;
  });
}

/** The addresses in a stylesheet. */
export function namedByStyle(css: string): Named[] {
  return [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/g)].map((match) => ({
    address: match[1] ?? match[2] ?? match[3] ?? '',
    place: 'url()',
    use: 'followed',
  }));
}

/** Whether an address leads out of the site or to no file at all. */
export function isOutside(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}
