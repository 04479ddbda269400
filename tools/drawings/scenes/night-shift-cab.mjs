/** night-shift-cab. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  // The world below through the glass floor: tops of boxes in perspective.
  const eye = [780, 330];
  key.cut(
    h.poly([
      [120, 110],
      [1400, 110],
      [1330, 1020],
      [190, 1020],
    ]),
  );
  glow.fade(h.box(0, 60, 1500, 960), [780, 500, 0.15], [780, 1000, 0.85]);
  for (let v = 0; v < 9; v++)
    for (let u = -1; u < 11; u++) {
      const y = v * 96 + 120 - (u % 2) * 6;
      const k = 0.5 + v * 0.1;
      const x = eye[0] + (u - 5) * 128 * k + (v % 2) * 20;
      const q = [
        [x, y],
        [x + 118 * k, y],
        [x + 118 * (k + 0.085) + (u - 5) * 11, y + 84],
        [x + (u - 5) * 11, y + 84],
      ];
      const lane = u === 5 || u === 4;
      if (lane) continue;
      key.print(h.poly(h.shrink(q, -4)));
      const face = h.poly(h.shrink(q, 4));
      const plate = h.pick([red, red, glow, 'bare', null]);
      if (plate) key.cut(face);
      if (plate && plate.print) plate.print(face);
      const xs = q.map((p) => p[0]);
      const box = [Math.min(...xs), y, Math.max(...xs), y + 84];
      const tone = (px, py) => (h.inside(q, px, py) ? 0.25 + Math.abs(px - 780) / 900 : 0);
      if (plate) key.score(h.rows(box, { gap: 9, bend: 1 }), { tone, width: 7, run: [40, 120] });
      else
        key.carve(h.rows(box, { gap: 12, bend: 1 }), {
          tone: (a, b) => tone(a, b) * 0.7,
          width: 6,
        });
    }
  // The lit lane, the spreader and its box.
  key.within(
    h.poly([
      [700, 110],
      [840, 110],
      [900, 1020],
      [620, 1020],
    ]),
    (p) =>
      p.score(h.rows([600, 100, 920, 1020], { gap: 16, angle: 88, bend: 3 }), {
        tone: (x, y) => 0.15 + 0.5 * Math.max(0, (y - 600) / 500),
        width: 6,
        run: [30, 90],
        rest: 30,
      }),
  );
  red.print(h.box(690, 372, 180, 96));
  key.print(
    h.bar(742, -20, 712, 380, 6),
    h.bar(818, -20, 848, 380, 6),
    h.box(680, 352, 200, 26),
    h.box(672, 340, 20, 60),
    h.box(868, 340, 20, 60),
  );
  key.score(h.rows([690, 378, 870, 468], { gap: 11, angle: 90, bend: 1 }), {
    tone: (x) => 0.2 + (x - 690) / 260,
    width: 7,
  });
  key.print(
    h.poly([
      [696, 470],
      [880, 470],
      [930, 520],
      [740, 520],
    ]),
  );
  // Window bars.
  for (const [a, b, c, d, w] of [
    [120, 100, 190, 1020, 30],
    [1400, 100, 1330, 1020, 30],
    [100, 108, 1420, 108, 30],
    [410, 108, 350, 1020, 16],
    [1130, 108, 1170, 1020, 16],
    [140, 560, 1370, 560, 14],
  ])
    key.print(h.bar(a, b, c, d, w));
  // The driver from behind, between two consoles.
  const body = h.soft([
    [500, 1040],
    [510, 860],
    [566, 740],
    [660, 690],
    [720, 650],
    [760, 640],
    [830, 655],
    [900, 700],
    [990, 745],
    [1046, 860],
    [1060, 1040],
  ]);
  const head = [
    h.oval(776, 560, 84, 102),
    h.bar(776, 600, 776, 700, 96),
    h.limb(
      [
        [690, 560],
        [700, 470],
        [776, 440],
        [852, 470],
        [862, 560],
      ],
      17,
    ),
    h.oval(690, 574, 22, 38),
    h.oval(862, 574, 22, 38),
  ];
  key.cut(
    h.soft(
      h
        .place(
          [
            [500, 1040],
            [510, 860],
            [566, 740],
            [660, 690],
            [720, 650],
            [760, 640],
            [830, 655],
            [900, 700],
            [990, 745],
            [1046, 860],
            [1060, 1040],
          ],
          0,
          0,
        )
        .map(([x, y]) => [x + (x < 776 ? -9 : 9), y - 9]),
    ),
  );
  key.cut(h.oval(776, 560, 94, 112));
  key.print(
    body,
    ...head,
    h.box(420, 930, 720, 90),
    h.limb(
      [
        [540, 860],
        [470, 900],
        [420, 850],
      ],
      60,
    ),
    h.limb(
      [
        [1020, 860],
        [1090, 900],
        [1140, 850],
      ],
      60,
    ),
  );
  key.print(
    h.bar(410, 860, 400, 780, 14),
    h.oval(400, 770, 24),
    h.bar(1150, 860, 1160, 780, 14),
    h.oval(1160, 770, 24),
    h.poly([
      [290, 1020],
      [320, 860],
      [480, 860],
      [500, 1020],
    ]),
    h.poly([
      [1060, 1020],
      [1080, 860],
      [1240, 860],
      [1270, 1020],
    ]),
  );
  key.carve(h.rows([560, 690, 1000, 1000], { gap: 15, angle: 78, bend: 12 }), {
    tone: (x, y) => 0.85 - Math.abs(x - 540 - (y - 690) * -0.2) / 150,
    width: 8,
    run: [40, 130],
  });
  key.carve(h.rows([560, 700, 1050, 1000], { gap: 15, angle: 102, bend: 12 }), {
    tone: (x, y) => 0.75 - Math.abs(x - 1010 - (y - 850) * 0.2) / 120,
    width: 8,
    run: [40, 130],
  });
  key.carve(h.rings(776, 560, 62, 84, { gap: 11, from: 190, to: 290, flat: 1.2 }), {
    tone: () => 0.7,
    width: 6,
    run: [20, 60],
  });
  for (let i = 0; i < 4; i++) {
    const b = h.oval(338 + i * 34, 886, 9);
    key.cut(b);
    (i % 2 ? red : glow).print(b);
    key.cut(h.oval(1104 + i * 34, 886, 9));
  }
  key.carve(h.rows([-20, 0, 120, 1000], { gap: 20, angle: 84 }), {
    tone: (x, y) => 0.5 * h.noise(x, y, 120),
    width: 6,
  });
  return [glow, red, key];
}

export const nightShiftCab = { path: '2026/11/night-shift-cab', draw };
