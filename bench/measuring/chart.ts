/** The chart of cost against archive size, as SVG that is legible on light and dark grounds. */
import { resultOf, sizesOf } from './measurement.ts';
import type { Results, Step } from './measurement.ts';

const WIDTH = 800;
const HEIGHT = 460;

/** Where the lines are. */
const FIELD = { left: 64, right: 545, top: 84, bottom: 396 };

/** Pixels between two labels at the end of lines, at least. */
const LABEL_HEIGHT = 19;

interface Line {
  label: string;
  className: string;
  points: { stories: number; cpu: number }[];
}

/** What each line shows: the press twice, the others as they are used. */
const LINES: readonly { tool: string; step: Step; label: string; className: string }[] = [
  { tool: 'press', step: 'one more', label: 'Broadsheet', className: 'ours' },
  { tool: 'press', step: 'cold', label: 'Broadsheet, all anew', className: 'ours anew' },
  { tool: 'hugo', step: 'one more', label: 'Hugo', className: 'hugo' },
  { tool: 'eleventy', step: 'one more', label: 'Eleventy', className: 'eleventy' },
  { tool: 'astro', step: 'one more', label: 'Astro', className: 'astro' },
  {
    tool: 'astro-incremental',
    step: 'one more',
    label: 'Astro, incremental',
    className: 'astro anew',
  },
];

/** The chart, both axes logarithmic; sizes below 1,000 are left out. Throws RangeError for none. */
export function costChart(results: Results): string {
  const sizes = sizesOf(results).filter((stories) => stories >= 1000);
  const lines = LINES.map(({ tool, step, label, className }): Line => {
    const points = sizes.flatMap((stories) => {
      const found = resultOf(results, tool, stories, step);
      return found === undefined ? [] : [{ stories, cpu: found.cpu }];
    });
    return { label, className, points };
  }).filter(({ points }) => points.length > 0);
  const costs = lines.flatMap(({ points }) => points.map(({ cpu }) => cpu));
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  if (sizes.length === 0 || !Number.isFinite(least)) {
    throw new RangeError('There is nothing to draw: measure 1,000 stories or more.');
  }
  const x = scale(sizes[0] ?? 1, sizes.at(-1) ?? 1, FIELD.left + 24, FIELD.right);
  const y = scale(floorTo(least), ceilTo(most), FIELD.bottom, FIELD.top);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title description">
<title id="title">What it costs to publish one story</title>
<desc id="description">${describe(lines)}</desc>
<style>${STYLE}</style>
<text class="title" x="${FIELD.left - 40}" y="32">What it costs to publish one story</text>
<text class="note" x="${FIELD.left - 40}" y="54">CPU seconds, by the number of stories in the archive; both scales are logarithmic</text>
${gridLines(floorTo(least), ceilTo(most), y)}
${sizes.map((stories) => sizeMark(stories, x(stories))).join('\n')}
${lines.map((line) => drawLine(line, x, y)).join('\n')}
${labels(lines, y)}
</svg>
`;
}

/** Colours of the lines on light and dark ground. */
const HUES: readonly [className: string, light: string, dark: string][] = [
  ['ours', '#b3261e', '#ff8a7a'],
  ['hugo', '#2f6fab', '#7db7ea'],
  ['eleventy', '#6b6f76', '#b3b7be'],
  ['astro', '#8a5a00', '#dba94a'],
];

const hues = (dark: boolean) =>
  HUES.map(([name, light, night]) => {
    const colour = dark ? night : light;
    return `.${name} .line { stroke: ${colour}; } .${name} .dot, .${name} text { fill: ${colour}; }`;
  }).join('\n');

const STYLE = `
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #5c574e; }
.title { font: 600 20px Georgia, "Times New Roman", serif; fill: #1c1a17; }
.grid { stroke: #8d887c; stroke-opacity: .28; }
.line { fill: none; stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; }
.ours .line { stroke-width: 3.25; }
.ours text { font-weight: 600; }
.anew .line { stroke-width: 1.5; stroke-dasharray: 2 5; }
.anew text { font-weight: 400; }
${hues(false)}
@media (prefers-color-scheme: dark) {
text { fill: #aaa497; }
.title { fill: #ebe6da; }
${hues(true)}
}
`.trim();

/** A logarithmic scale from values to pixels. */
function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = Math.log(to / from);
  if (span === 0) return () => (start + end) / 2;
  return (value) => round(start + (Math.log(value / from) / span) * (end - start));
}

/** The steps of the scale: 1, 3, 10, 30 and so on. */
const STEPS_OF_TEN = [1, 3];

function floorTo(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value));
  return Math.max(...STEPS_OF_TEN.map((step) => step * ten).filter((step) => step <= value));
}

function ceilTo(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value));
  const found = STEPS_OF_TEN.map((step) => step * ten).find((step) => step >= value);
  return found ?? ten * 10;
}

function gridLines(least: number, most: number, y: (value: number) => number): string {
  const lines: string[] = [];
  for (let value = least; value <= most * 1.001; value = ceilTo(value * 1.001)) {
    const height = y(value);
    lines.push(
      `<path class="grid" d="M${FIELD.left} ${height}H${FIELD.right}"/><text x="${FIELD.left - 8}" y="${height + 4}" text-anchor="end">${seconds(value)}</text>`,
    );
  }
  return lines.join('\n');
}

function sizeMark(stories: number, x: number): string {
  return `<path class="grid" d="M${x} ${FIELD.bottom}v6"/><text x="${x}" y="${FIELD.bottom + 24}" text-anchor="middle">${stories.toLocaleString('en')}</text>`;
}

function drawLine(
  { className, points }: Line,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const places = points.map(({ stories, cpu }) => [x(stories), y(cpu)] as const);
  const way = places.map(([left, top]) => `${left} ${top}`).join('L');
  const dots = places.map(
    ([left, top]) => `<circle class="dot" cx="${left}" cy="${top}" r="3.5"/>`,
  );
  return `<g class="${className}"><path class="line" d="M${way}"/>${dots.join('')}</g>`;
}

/**
 * Names beside the field, at the height of the last points, moved apart where they would lie on each
 * other. A line that ends before the largest size says where.
 */
function labels(lines: readonly Line[], y: (value: number) => number): string {
  const largest = Math.max(...lines.flatMap(({ points }) => points.map(({ stories }) => stories)));
  const ends = lines.flatMap(({ label, className, points }) => {
    const last = points.at(-1);
    if (last === undefined) return [];
    const where = last.stories === largest ? '' : ` at ${last.stories.toLocaleString('en')}`;
    return [{ text: `${label}, ${seconds(last.cpu)} s${where}`, className, top: y(last.cpu) }];
  });
  let free = 0;
  return ends
    .sort((a, b) => a.top - b.top)
    .map(({ text, className, top }) => {
      const placed = Math.max(top, free);
      free = placed + LABEL_HEIGHT;
      return `<g class="${className}"><text class="label" x="${FIELD.right + 14}" y="${round(placed + 4)}">${text}</text></g>`;
    })
    .join('\n');
}

function describe(lines: readonly Line[]): string {
  return lines
    .map(({ label, points }) => {
      const values = points.map(
        ({ stories, cpu }) => `${seconds(cpu)} s at ${stories.toLocaleString('en')}`,
      );
      return `${label}: ${values.join(', ')}.`;
    })
    .join(' ');
}

function seconds(value: number): string {
  return value >= 10 ? value.toFixed(0) : Number(value.toPrecision(2)).toString();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
