/** Without the fields that have no value: JSON-LD says nothing rather than `null`. */
export function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A list, or nothing where it is empty. */
export function listed<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** What a machine needs to know whose vocabulary this is. */
export const CONTEXT = { '@context': 'https://schema.org' } as const;
