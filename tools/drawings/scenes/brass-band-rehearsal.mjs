/** Rehearsal in the net shed, the door open on the water. */
import { brass, gleam } from '../lib/brass.mjs';
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  const door = [
    [480, 190],
    [1020, 190],
    [1020, 660],
    [480, 660],
  ];
  key.cut(h.poly(door));
  glow.print(h.poly(door));
  glow.carve(h.rows([480, 190, 1020, 470], { gap: 19, bend: 8 }), {
    tone: (x, y) => 0.35 + (y - 190) / 420,
    width: 18,
    run: [120, 400],
  });
  key.print(
    h.gantry(640, 470, 220),
    h.gantry(880, 470, 180, { flip: -1 }),
    h.box(480, 464, 540, 8),
  );
  key.within(h.poly(door), (p) =>
    p.score(h.plain(470, 1030, 478, 640, { first: 8, last: 15 }), {
      tone: (x, y) => 0.5 + 0.7 * (h.noise(x, y * 3, 70) - 0.5),
      width: 12,
      run: [30, 140],
    }),
  );
  // Roof timbers, planks, floor in the light of the door.
  key.carve(h.rays(750, 420, 300, 1100, { count: 110, from: 172, to: 368 }), {
    tone: (x, y) =>
      h.inside(door, x, y)
        ? 0
        : 0.5 - Math.hypot(x - 750, y - 420) / 1500 + 0.4 * (h.noise(x, y, 90) - 0.5),
    width: 13,
    run: [60, 260],
  });
  for (const s of [1, 1.35, 1.9]) {
    const w = 20 * s;
    const beams = [
      h.bar(750 - 340 * s, 420 - 270 * s + 30, 750 + 340 * s, 420 - 270 * s + 30, w),
      h.bar(750, 420 - 400 * s, 750 - 420 * s, 420 - 230 * s, w),
      h.bar(750, 420 - 400 * s, 750 + 420 * s, 420 - 230 * s, w),
      h.bar(750 - 340 * s, 420 - 270 * s, 750 - 340 * s, 1020, w),
      h.bar(750 + 340 * s, 420 - 270 * s, 750 + 340 * s, 1020, w),
    ];
    h.rim(key, beams, 6);
    key.print(beams);
  }
  for (const [x, y] of [
    [180, 150],
    [1330, 150],
  ])
    key.carve(
      Array.from({ length: 9 }, (_, i) =>
        h.curve(
          [
            [x - 150 + i * 38, y - 60],
            [x - 90 + i * 22, y + 130],
            [x - 150 + i * 38, y + 300],
          ],
          14,
        ),
      ),
      { width: 6, run: [40, 200] },
    );
  const floor = h.poly([
    [480, 660],
    [1020, 660],
    [1360, 1020],
    [140, 1020],
  ]);
  key.cut(floor);
  glow.print(floor);
  key.within(floor, (p) =>
    p.score(h.rays(750, 300, 340, 1000, { count: 60, from: 40, to: 140 }), {
      tone: (x, y) => (y - 640) / 560 + Math.abs(x - 750) / 1500 + 0.4 * (h.noise(x, y, 60) - 0.5),
      width: 24,
      run: [50, 220],
    }),
  );
  // Players in a half ring, dark against the day, the leader in the door.
  const conductor = h.person(750, 760, 330, {
    coat: 0.66,
    skirt: 0.15,
    stride: 0.06,
    arms: [
      [
        [-0.24, -0.84],
        [-0.3, -1.02],
      ],
      [
        [0.26, -0.78],
        [0.36, -0.94],
      ],
    ],
  });
  for (const p of [key, glow]) h.rim(p, conductor, 9);
  key.print(conductor, h.bar(869, 450, 912, 380, 4));
  red.print(
    h.limb(
      [
        [722, 486],
        [750, 500],
        [778, 484],
      ],
      20,
    ),
  );
  key.carve(h.rows([690, 480, 810, 660], { gap: 11, angle: 88, bend: 4 }), {
    tone: (x) => Math.abs(x - 750) / 40 - 0.4,
    width: 7,
    run: [30, 90],
  });
  const seats = [
    [250, 930, 300, 1, 'trumpet'],
    [470, 960, 330, 1, 'trombone'],
    [1250, 930, 300, -1, 'trumpet'],
    [1040, 960, 330, -1, 'tuba'],
  ];
  for (const [x, y, s, e, what] of seats) {
    const stand = [
      h.bar(x + e * s * 0.5, y + 70, x + e * s * 0.5, y - s * 0.42, 7),
      h.poly([
        [x + e * s * 0.36, y - s * 0.42],
        [x + e * s * 0.66, y - s * 0.36],
        [x + e * s * 0.7, y - s * 0.62],
        [x + e * s * 0.4, y - s * 0.68],
      ]),
    ];
    const b = h.bust(x, y - s * 0.25, s * 0.78, {
      hair: what === 'tuba' ? 'bun' : what === 'trombone' ? 'curly' : 'cap',
      lean: e * 0.06,
    });
    const body = [
      ...b,
      h.poly([
        [x - s * 0.38, y],
        [x + s * 0.38, y],
        [x + s * 0.34, 1030],
        [x - s * 0.4, 1030],
      ]),
    ];
    for (const p of [key, glow]) h.rim(p, [...body, stand[1]], 10);
    key.print(body, stand[0]);
    red.print(body[0]);
    key.carve(
      h.rows([x - s * 0.4, y - s * 0.6, x + s * 0.4, 1020], {
        gap: s * 0.04,
        angle: 84 * e,
        bend: 6,
      }),
      {
        tone: (px, py) => (py > y - s * 0.5 ? (e * (px - x)) / (s * 0.3) - 0.1 : 0),
        width: s * 0.03,
        run: [30, 130],
      },
    );
    h.outline(key, stand[1], 7);
    key.print(
      h.bar(x + e * s * 0.43, y - s * 0.6, x + e * s * 0.63, y - s * 0.55, 4),
      h.bar(x + e * s * 0.42, y - s * 0.53, x + e * s * 0.62, y - s * 0.48, 4),
    );
    if (what === 'tuba') gleam(key, glow, brass.tuba(x - s * 0.2, y - s * 0.3, s * 0.42), 7, red);
    else gleam(key, glow, brass[what](x + e * s * 0.13, y - s * 0.74, s * 0.44, e), 5, red);
  }
  key.print(h.lamp(750, -20, 130, 130));
  key.cut(h.oval(750, 134, 46, 9));
  glow.print(h.oval(750, 134, 50, 12));
  return [glow, red, key];
}

export const brassBandRehearsal = { path: '2026/10/brass-band-rehearsal', draw };
