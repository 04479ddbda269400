/**
 * schema.org's vocabulary as a judge of JSON-LD: do types and properties exist, may the type have the
 * property, and is its value of a type that the property takes? Pure: tests read the file.
 *
 * @see https://schema.org/docs/datamodel.html
 */

/** A node of JSON-LD. */
export type JsonNode = Readonly<Record<string, unknown>>;

/** The published vocabulary: `schemaorg-all-https.jsonld`. */
export interface VocabularyFile {
  '@graph': readonly JsonNode[];
}

/** What the judge knows of a term. */
interface Property {
  domains: readonly string[];
  ranges: readonly string[];
  superseded: boolean;
}

const TEXTS = new Set(['Text', 'URL', 'CssSelectorType', 'PronounceableText', 'XPathType']);
const NUMBERS = new Set(['Number', 'Integer', 'Float']);
/**
 * What stands for an object in the form in which search asks for it, as schema.org's data model
 * allows: pixels of a picture as a number, the page of a crumb as its address.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
const PLAIN: Readonly<Record<string, (value: unknown) => boolean>> = {
  width: Number.isInteger,
  height: Number.isInteger,
  item: isUrl,
};

const MOMENTS = new Set(['Date', 'DateTime', 'Time']);

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Finds what the vocabulary does not allow. */
export class Vocabulary {
  readonly #parents = new Map<string, readonly string[]>();
  readonly #properties = new Map<string, Property>();

  constructor({ '@graph': graph }: VocabularyFile) {
    for (const node of graph) {
      const name = term(node['@id']);
      if (name === undefined) continue;
      const kinds = several(node['@type']);
      if (kinds.includes('rdfs:Class')) {
        this.#parents.set(name, terms(node['rdfs:subClassOf']));
      }
      if (kinds.includes('rdf:Property')) {
        this.#properties.set(name, {
          domains: terms(node['schema:domainIncludes']),
          ranges: terms(node['schema:rangeIncludes']),
          superseded: node['schema:supersededBy'] !== undefined,
        });
      }
    }
  }

  /** The faults of the data of one page, a sentence each. References are looked up among them. */
  faults(data: readonly unknown[]): string[] {
    const known = new Map<string, readonly string[]>();
    for (const one of data) this.#collect(one, known);
    return data.flatMap((one, index) =>
      isNode(one)
        ? [
            ...(one['@context'] === 'https://schema.org' ? [] : [`[${index}] has no context`]),
            ...this.#nodeFaults(one, `[${index}]`, known),
          ]
        : [`[${index}] is no object`],
    );
  }

  /** Whether a type is another one, or below it. */
  isA(type: string, other: string): boolean {
    return (
      type === other || (this.#parents.get(type) ?? []).some((parent) => this.isA(parent, other))
    );
  }

  #collect(value: unknown, known: Map<string, readonly string[]>): void {
    if (Array.isArray(value)) for (const one of value) this.#collect(one, known);
    if (!isNode(value)) return;
    const id = value['@id'];
    if (typeof id === 'string' && value['@type'] !== undefined) {
      known.set(id, several(value['@type']));
    }
    for (const inner of Object.values(value)) this.#collect(inner, known);
  }

  #nodeFaults(node: JsonNode, place: string, known: ReadonlyMap<string, readonly string[]>) {
    const faults: string[] = [];
    const types = several(node['@type']);
    if (types.length === 0) return [`${place} has no type`];
    for (const type of types) {
      if (!this.#parents.has(type)) faults.push(`${place}: there is no type ${type}`);
    }
    const id = node['@id'];
    if (id !== undefined && !isUrl(id)) faults.push(`${place}.@id is no absolute address`);
    for (const [name, value] of Object.entries(node)) {
      if (name.startsWith('@')) continue;
      const at = `${place}.${name}`;
      const property = this.#properties.get(name);
      if (property === undefined) {
        faults.push(`${at}: there is no such property`);
        continue;
      }
      if (property.superseded) faults.push(`${at} is superseded`);
      if (!types.some((type) => property.domains.some((domain) => this.isA(type, domain)))) {
        faults.push(`${at} is no property of ${types.join(', ')}`);
      }
      if (Array.isArray(value) && value.length === 0) faults.push(`${at} is empty`);
      for (const one of Array.isArray(value) ? value : [value]) {
        if (PLAIN[name]?.(one) === true) continue;
        faults.push(...this.#valueFaults(one, at, property.ranges, known));
      }
    }
    return faults;
  }

  #valueFaults(
    value: unknown,
    at: string,
    ranges: readonly string[],
    known: ReadonlyMap<string, readonly string[]>,
  ): string[] {
    const wanted = `${at} is not of ${ranges.join(', ')}`;
    switch (typeof value) {
      case 'string':
        return stringFits(value, ranges) ? [] : [`${wanted}: ${JSON.stringify(value)}`];
      case 'number':
        return ranges.some((range) => NUMBERS.has(range)) && Number.isFinite(value) ? [] : [wanted];
      case 'boolean':
        return ranges.includes('Boolean') ? [] : [wanted];
      default:
        break;
    }
    if (!isNode(value)) return [wanted];
    const isRef = Object.keys(value).join() === '@id';
    const types = isRef ? known.get(String(value['@id'])) : several(value['@type']);
    if (types === undefined) return [`${at} names ${String(value['@id'])}, which is not there`];
    const fits = types.some((type) => ranges.some((range) => this.isA(type, range)));
    return [...(fits ? [] : [wanted]), ...(isRef ? [] : this.#nodeFaults(value, at, known))];
  }
}

/** Whether a value is an absolute web address, escaped as URLs are. */
export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/[!#-;=?-~]+$/.test(value);
}

/** Whether a value is a moment with an offset, ISO 8601. */
export function isMoment(value: unknown): value is string {
  return typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}

function stringFits(value: string, ranges: readonly string[]): boolean {
  if (value.trim() === '') return false;
  if (ranges.includes('URL') && !ranges.includes('Text')) return isUrl(value);
  if (ranges.some((range) => MOMENTS.has(range)) && !ranges.includes('Text')) {
    return isMoment(value) || (ranges.includes('Date') && DAY.test(value));
  }
  return ranges.some((range) => TEXTS.has(range));
}

function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function several(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}

/** `schema:Thing` without its prefix. */
function term(id: unknown): string | undefined {
  return typeof id === 'string' && id.startsWith('schema:')
    ? id.slice('schema:'.length)
    : undefined;
}

function terms(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => (isNode(one) ? (term(one['@id']) ?? []) : []));
}
