/** What follows from an edition and a few words is worked out once, however many pages ask for it. */

/**
 * `make`, which works for each edition and each set of words once. For pure functions: an edition
 * never changes, and what it gave is kept as long as the edition is.
 */
export function oncePerEdition<Source extends object, Words extends (string | undefined)[], Made>(
  make: (edition: Source, ...words: Words) => Made,
): (edition: Source, ...words: Words) => Made {
  const kept = new WeakMap<Source, Map<string, Made>>();
  return (edition, ...words) => {
    let ofEdition = kept.get(edition);
    if (ofEdition === undefined) kept.set(edition, (ofEdition = new Map<string, Made>()));
    const key = JSON.stringify(words);
    const known = ofEdition.get(key);
    if (known !== undefined || ofEdition.has(key)) return known as Made;
    const made = make(edition, ...words);
    ofEdition.set(key, made);
    return made;
  };
}
