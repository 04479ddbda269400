/** Everything a scene draws with. */
export * from './figures.mjs';
export * from './gouge.mjs';
export * from './motifs.mjs';
export * from './plate.mjs';
export * from './random.mjs';
export * from './shape.mjs';
