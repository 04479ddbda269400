/** Every picture of the paper, in the order they are drawn. */
import city from './city.mjs';
import ice from './ice.mjs';
import quay from './quay.mjs';
import rooms from './rooms.mjs';
import sea from './sea.mjs';
import terminal from './terminal.mjs';

export const scenes = [...ice, ...terminal, ...city, ...sea, ...rooms, ...quay];
