/** The figures that the press promises, held against what was measured. */
import { ONE_PROCESS, resultOf, sizesOf } from './measurement.ts';
import type { Results, Step } from './measurement.ts';

/** A promise and what came of it. */
export interface Verdict {
  promise: string;
  /** What was measured, for people. */
  found: string;
  kept: boolean;
}

/** Stories in the paper against which the growth of cost is measured. */
export const SMALL_PAPER = 10;

const GIGABYTE = 1e9;

/** Pages of other tools may be smaller or larger than ours by this share. */
const BYTES_APART = 0.2;

/** Every promise that these results can say something about. */
export function judge(results: Results): Verdict[] {
  return [
    ...bytes(results),
    ...ratios(results),
    ...memory(results),
    ...growth(results),
    ...shards(results),
  ];
}

type Field = 'cpu' | 'wall' | 'memory' | 'bytes' | 'bytesPerPage';

function figure(results: Results, tool: string, stories: number, step: Step, field: Field) {
  return resultOf(results, tool, stories, step)?.[field];
}

/** All tools print about the same bytes; without that nothing can be compared. */
function bytes(results: Results): Verdict[] {
  return sizesOf(results).flatMap((stories) =>
    results.participants.flatMap(({ id, title }) =>
      (['bytesPerPage', 'bytes'] as const).flatMap((field): Verdict[] => {
        const ours = figure(results, 'press', stories, 'cold', field);
        const theirs = figure(results, id, stories, 'cold', field);
        if (id === 'press' || ours === undefined || theirs === undefined) return [];
        const what = field === 'bytes' ? 'edition' : 'pages';
        return [
          {
            promise: `${count(stories)} stories: ${what} of ${title} within 20 % of our bytes`,
            found: times(theirs / ours),
            kept: Math.abs(theirs / ours - 1) <= BYTES_APART,
          },
        ];
      }),
    ),
  );
}

/** Ratios of CPU time: a step of ours to a step of another, at one size. */
const RATIOS: readonly {
  stories: number;
  step: Step;
  other: string;
  otherStep: Step;
  most: number;
  words: string;
}[] = [
  {
    stories: 10_000,
    step: 'one more',
    other: 'hugo',
    otherStep: 'cold',
    most: 0.25,
    words: 'publish one at most a quarter of Hugo’s full build',
  },
  {
    stories: 10_000,
    step: 'cold',
    other: 'hugo',
    otherStep: 'cold',
    most: 1.5,
    words: 'cold at most 1.5 times Hugo’s',
  },
  {
    stories: 100_000,
    step: 'cold',
    other: 'hugo',
    otherStep: 'cold',
    most: 1,
    words: 'cold at most Hugo’s',
  },
  {
    stories: 10_000,
    step: 'cold',
    other: 'astro',
    otherStep: 'cold',
    most: 0.5,
    words: 'cold at most half of plain Astro’s',
  },
];

function ratios(results: Results): Verdict[] {
  return RATIOS.flatMap(({ stories, step, other, otherStep, most, words }): Verdict[] => {
    const ours = figure(results, 'press', stories, step, 'cpu');
    const theirs = figure(results, other, stories, otherStep, 'cpu');
    if (ours === undefined || theirs === undefined) return [];
    return [
      {
        promise: `${count(stories)} stories: ${words}, in CPU seconds`,
        found: `${seconds(ours)} to ${seconds(theirs)}, ${times(ours / theirs)}`,
        kept: ours / theirs <= most,
      },
    ];
  });
}

const MEMORY: readonly { stories: number; step: Step; gigabytes: number }[] = [
  { stories: 10_000, step: 'cold', gigabytes: 1 },
  { stories: 100_000, step: 'cold', gigabytes: 2.5 },
  { stories: 100_000, step: 'unchanged', gigabytes: 1 },
  { stories: 100_000, step: 'one more', gigabytes: 1 },
];

function memory(results: Results): Verdict[] {
  return MEMORY.flatMap(({ stories, step, gigabytes }): Verdict[] => {
    const bytes = figure(results, 'press', stories, step, 'memory');
    if (bytes === undefined) return [];
    return [
      {
        promise: `${count(stories)} stories: ${step} in at most ${gigabytes} GB`,
        found: `${(bytes / GIGABYTE).toFixed(2)} GB`,
        kept: bytes <= gigabytes * GIGABYTE,
      },
    ];
  });
}

/** Seconds that a large archive may take more than a paper of ten stories. */
const GROWTH: readonly { stories: number; step: Step; seconds: number }[] = [
  { stories: 100_000, step: 'one more', seconds: 3 },
  { stories: 100_000, step: 'unchanged', seconds: 2.5 },
];

/** Microseconds that each story of the archive may add to a build that prints almost nothing. */
const MICROSECONDS_A_STORY = 20;

function growth(results: Results): Verdict[] {
  const more = (stories: number, step: Step) => {
    const large = figure(results, 'press', stories, step, 'cpu');
    const small = figure(results, 'press', SMALL_PAPER, step, 'cpu');
    return large === undefined || small === undefined ? undefined : large - small;
  };
  const absolute = GROWTH.flatMap(({ stories, step, seconds: most }): Verdict[] => {
    const found = more(stories, step);
    if (found === undefined) return [];
    return [
      {
        promise: `${count(stories)} stories: ${step} at most ${most} s CPU more than with ${SMALL_PAPER}`,
        found: `${seconds(found)} more`,
        kept: found <= most,
      },
    ];
  });
  const largest = sizesOf(results).findLast(
    (stories) => resultOf(results, 'press', stories, 'one more') !== undefined,
  );
  // A thousand stories disappear in the noise of a second.
  if (largest === undefined || largest < 10_000) return absolute;
  const perStory = (['unchanged', 'one more'] as const).flatMap((step): Verdict[] => {
    const found = more(largest, step);
    if (found === undefined) return [];
    const each = (found / largest) * 1e6;
    return [
      {
        promise: `${count(largest)} stories: ${step} at most ${MICROSECONDS_A_STORY} µs CPU a story`,
        found: `${each.toFixed(1)} µs`,
        kept: each <= MICROSECONDS_A_STORY,
      },
    ];
  });
  return [...absolute, ...perStory];
}

/** What printing on all cores may take by the clock, as a share of one process. */
const SHARDED = 0.6;

function shards(results: Results): Verdict[] {
  return sizesOf(results).flatMap((stories): Verdict[] => {
    const together = figure(results, 'press', stories, 'cold', 'wall');
    const alone = figure(results, 'press', stories, ONE_PROCESS, 'wall');
    if (together === undefined || alone === undefined) return [];
    return [
      {
        promise: `${count(stories)} stories: cold by shards at most ${SHARDED} of the time of one process`,
        found: `${seconds(together)} to ${seconds(alone)}, ${times(together / alone)}`,
        kept: together / alone <= SHARDED,
      },
    ];
  });
}

function count(stories: number): string {
  return stories.toLocaleString('en');
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} times`;
}
