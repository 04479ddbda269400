/** Every picture of the paper, in the order they are drawn. */
import ice from './ice.mjs';

export const scenes = [...ice];
