import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { examine, formatExamination, hostNamed } from './doctor.ts';
import { HOSTS } from './hosts.ts';
import { measureEdition } from './measure.ts';
import type { EditionSize } from './measure.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

function sizeOf(changes: Partial<EditionSize> = {}): EditionSize {
  return {
    files: 100,
    folders: 10,
    bytes: 1_000_000,
    largestFolder: { address: '/2026/11', files: 40 },
    largestFile: { address: '/assets/large.jpg', bytes: 200_000 },
    cards: { files: 40, bytes: 400_000 },
    ...changes,
  };
}

describe('the hosts', () => {
  it('each have a source and the day on which it was read', () => {
    for (const host of Object.values(HOSTS)) {
      expect(new URL(host.source).protocol).toBe('https:');
      expect(host.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('that are unknown are an error that names the known ones', () => {
    expect(() => hostNamed('netlfy')).toThrow(/"netlfy" is no host.*Did you mean netlify\?/);
    expect(() => hostNamed('toString')).toThrow(/Known are: .*netlify/);
  });
});

describe('an examination', () => {
  it('measures an edition', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-test-'));
    folders.push(folder);
    await mkdir(path.join(folder, 'cards/2026'), { recursive: true });
    await writeFile(path.join(folder, 'index.html'), 'x'.repeat(10));
    await writeFile(path.join(folder, 'cards/2026/a.png'), 'x'.repeat(30));
    await writeFile(path.join(folder, 'cards/2026/b.png'), 'x'.repeat(20));
    expect(await measureEdition(folder)).toEqual({
      files: 3,
      folders: 2,
      bytes: 60,
      largestFolder: { address: '/cards/2026', files: 2 },
      largestFile: { address: '/cards/2026/a.png', bytes: 30 },
      cards: { files: 2, bytes: 50 },
    });
  });

  it.each([
    ['files', 'cloudflare-free', { files: 20_001 }],
    ['files and folders', 'gitlab', { files: 199_995 }],
    ['size of the edition', 'github', { bytes: 1_000_000_001 }],
    [
      'files in the largest folder',
      'netlify',
      { largestFolder: { address: '/2026', files: 54_001 } },
    ],
    [
      'size of the largest file',
      'cloudflare',
      { largestFile: { address: '/a.zip', bytes: 25 * 1024 * 1024 + 1 } },
    ],
  ] as const)('finds too many %s', (what, host, changes) => {
    const failed = examine(sizeOf(changes), hostNamed(host)).filter(({ fits }) => !fits);
    expect(failed.map((finding) => finding.what)).toEqual([what]);
    expect(examine(sizeOf(), hostNamed(host)).every(({ fits }) => fits)).toBe(true);
  });

  it('advises fewer cards where that is enough, and another host where it is not', () => {
    const many = sizeOf({ files: 30_000, cards: { files: 15_000, bytes: 400_000 } });
    expect(formatExamination(many, hostNamed('cloudflare-free'))).toContain('cards: sections');
    const more = sizeOf({ files: 60_000, cards: { files: 15_000, bytes: 400_000 } });
    expect(formatExamination(more, hostNamed('cloudflare-free'))).toContain('take a host without');
    expect(formatExamination(more, hostNamed('cloudflare-free'))).not.toContain('cards: sections');
    expect(formatExamination(sizeOf(), hostNamed('cloudflare-free'))).toContain('fits.');
  });
});
