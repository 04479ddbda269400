import { defineConfig } from 'astro/config';
import { broadsheet } from './src/press/integration.ts';

export default defineConfig({ integrations: [broadsheet()] });
