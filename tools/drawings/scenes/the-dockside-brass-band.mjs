/** the-dockside-brass-band. */
import { brass, gleam } from '../lib/brass.mjs';
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  // A cold bright sky with one great cloud, the harbour behind.
  red.score(h.rows([-20, 60, 1520, 560], { gap: 22, angle: -4, bend: 20 }), {
    tone: (x, y) => 0.8 * h.noise(x * 0.5, y * 1.8, 200) - 0.25,
    width: 16,
    run: [120, 520],
  });
  glow.print(h.oval(750, 330, 270));
  glow.carve(h.rings(750, 330, 40, 290, { gap: 24 }), {
    tone: (x, y) => 0.35 + (y - 330) / 560,
    width: 13,
    run: [90, 260],
  });
  key.print(
    h.gantry(1330, 640, 480, { flip: -1, raise: 1.0 }),
    h.gantry(170, 640, 420, { raise: 1.0 }),
  );
  const town = h.street(-30, 1540, 640, { low: 26, high: 70, wide: [40, 80], lit: 0.3 });
  h.rim(key, town.walls, 6);
  key.print(town.walls).cut(town.windows);
  key.print(h.box(-20, 636, 1540, 24));
  key.score(h.plain(-20, 1520, 664, 760, { first: 9, last: 13 }), {
    tone: (x, y) => 0.75 - Math.abs(x - 750) / 1900 + 0.6 * (h.noise(x, y * 3, 80) - 0.6),
    width: 12,
    run: [40, 170],
  });
  key.print(h.box(-20, 756, 1540, 270));
  key.carve(h.plain(-20, 1520, 764, 1000, { first: 12, last: 32 }), {
    tone: (x, y) => 0.75 + 0.5 * (h.noise(x, y * 2, 90) - 0.5),
    width: 26,
    run: [50, 190],
    rest: 8,
  });
  // Nine players; the tuba in the middle.
  const players = [
    [750, 880, 520, 'cap', 'tuba'],
    [170, 870, 420, 'cap', 'trumpet'],
    [330, 885, 450, 'knit', 'trombone'],
    [1330, 870, 420, 'knit', 'trumpet'],
    [1165, 885, 455, 'cap', 'trombone'],
    [540, 905, 470, 'cap', 'horn'],
    [960, 905, 475, 'brim', 'drum'],
  ];
  for (const [x, y, s, hat, what] of players) {
    const e = x < 750 ? 1 : -1;
    key.print(
      h.poly([
        [x - s * 0.14, y],
        [x + s * 0.15, y],
        [x + (x - 750) * 0.25 + s * 0.2, 1010],
        [x + (x - 750) * 0.25 - s * 0.2, 1010],
      ]),
    );
    const lift = {
      trumpet: [
        [0.22, -0.72],
        [0.24, -0.84],
      ],
      trombone: [
        [0.2, -0.68],
        [0.3, -0.78],
      ],
      horn: [
        [0.24, -0.66],
        [0.14, -0.74],
      ],
      tuba: [
        [0.22, -0.62],
        [0.12, -0.66],
      ],
      drum: [
        [0.24, -0.62],
        [0.28, -0.5],
      ],
    }[what];
    const f = h.person(x, y, s, {
      hat,
      wide: 1.3,
      stride: 0.06,
      coat: 0.56,
      flip: e,
      arms: [
        [
          [-0.2, -0.62],
          [-0.05, -0.6],
        ],
        lift,
      ],
    });
    for (const p of [key, red, glow]) h.rim(p, f, 11);
    key.print(f);
    red.print(f[4]);
    key.cut(f[4]);
    key.print(f.slice(5));
    const torso = [x - s * 0.16, y - s * 0.84, x + s * 0.16, y - s * 0.44];
    key.score(h.rows(torso, { gap: s * 0.022, angle: 88, bend: 4 }), {
      tone: (px, py) =>
        py > y - s * 0.81 ? 0.25 + Math.abs(px - x - e * s * 0.05) / (s * 0.2) : 0,
      width: s * 0.021,
      run: [30, 120],
    });
    key.print(f.slice(-2));
    for (const v of [-0.72, -0.65, -0.58]) key.cut(h.oval(x + e * s * 0.03, y + v * s, s * 0.013));
    const m = [x + e * s * 0.07, y - s * 0.9];
    const w = s * 0.012 + 2;
    if (what === 'trumpet') gleam(key, glow, brass.trumpet(m[0], m[1], s * 0.42, e), 6, red);
    if (what === 'trombone') gleam(key, glow, brass.trombone(m[0], m[1], s * 0.36, e), 6, red);
    if (what === 'horn') {
      gleam(key, glow, [h.oval(x + s * 0.14, y - s * 0.62, s * 0.15, s * 0.17)], w, red);
      key.print(h.oval(x + s * 0.14, y - s * 0.62, s * 0.07, s * 0.09));
      gleam(
        key,
        glow,
        [
          h.poly([
            [x + s * 0.02, y - s * 0.6],
            [x - s * 0.2, y - s * 0.44],
            [x - s * 0.03, y - s * 0.34],
            [x + s * 0.14, y - s * 0.48],
          ]),
        ],
        w,
        red,
      );
    }
    if (what === 'tuba') {
      const t = brass.tuba(x + 20, y - s * 0.6, s * 0.34);
      gleam(key, glow, t, w, red);
      key.print(
        h.oval(
          x + 20 + s * 0.34 * 0.16,
          y - s * 0.6 - s * 0.34 * 1.1,
          s * 0.34 * 0.46,
          s * 0.34 * 0.1,
        ),
      );
      key.parts.push(
        `<path d="${h.oval(x + 20, y - s * 0.52, s * 0.07, s * 0.1)}" fill="none" stroke="#000" stroke-width="${w * 1.6}"/>`,
      );
      key.score(
        h
          .rows([x - 80, y - s * 0.95, x + 190, y - s * 0.38], { gap: 11, angle: 90 })
          .map((q) => q.filter(([px]) => px > x + 70)),
        { tone: () => 0.4, width: 7, run: [30, 80] },
      );
      key.print(f.slice(-1));
    }
    if (what === 'drum') {
      const d = h.oval(x - s * 0.02, y - s * 0.5, s * 0.21, s * 0.22);
      h.outline(key, d, 11);
      red.cut(d);
      key.parts.push(
        `<path d="${h.oval(x - s * 0.02, y - s * 0.5, s * 0.17, s * 0.18)}" fill="none" stroke="#000" stroke-width="4"/>`,
      );
      red.print(h.oval(x - s * 0.02, y - s * 0.5, s * 0.07));
      key.print(
        h.bar(x - s * 0.24, y - s * 0.66, x - s * 0.08, y - s * 0.54, 9),
        h.oval(x - s * 0.08, y - s * 0.53, s * 0.035),
      );
    }
  }
  key.print(
    [
      [420, 180, 80],
      [520, 120, 54],
      [1060, 150, 66],
      [930, 90, 44],
    ].flatMap(([a, b, c], i) => h.gull(a, b, c, { turn: 0.25 - i * 0.18 })),
  );
  return [glow, red, key];
}

export const theDocksideBrassBand = {
  path: '2026/10/the-dockside-brass-band',
  focus: [0.5, 0.5],
  draw,
};
