/** The one fact of the paper that Astro's configuration needs before any content is loaded. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseYaml } from '../store/yaml.ts';

/** `permalinks` of `publication.yaml`; `file` where it cannot be read, which the store reports. */
export function readPermalinks(content: string): 'file' | 'folder' {
  try {
    const text = readFileSync(path.join(content, 'publication.yaml'), 'utf8');
    const { data } = parseYaml(text, 'publication.yaml');
    const permalinks = (data as { permalinks?: unknown } | undefined)?.permalinks;
    return permalinks === 'folder' ? 'folder' : 'file';
  } catch {
    return 'file';
  }
}
