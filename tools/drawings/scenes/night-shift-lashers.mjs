/** night-shift-lashers. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  glow.fade(h.box(-20, -20, 1540, 1040), [1350, 0, 1], [250, 800, 0.1]);
  const light = (x, y) => 1 - Math.hypot(x - 1080, (y - 360) * 1.1) / 900;
  const [w, t] = [420, 214];
  for (let r = 0; r < 4; r++)
    for (let c = 0; c < 4; c++) {
      const x = -90 + c * w;
      const y = -60 + r * t;
      if (r === 0 && c === 3) continue;
      const plate = [
        [red, 'bare', glow],
        [glow, red, red, red],
        ['bare', red, glow, red],
        [red, glow, red, 'bare'],
      ][r][c];
      const door = h.box(x + 8, y + 7, w - 16, t - 14);
      key.cut(door);
      if (plate.print) plate.print(door);
      key.score(h.rows([x + 8, y + 7, x + w - 8, y + t - 7], { gap: 17, angle: 90, bend: 1 }), {
        tone: (a, b) => 0.98 - light(a, b) * 0.85,
        width: 17,
        run: [200, 300],
      });
      for (const u of [0.28, 0.44, 0.56, 0.72])
        key.print(h.bar(x + w * u, y + 12, x + w * u, y + t - 12, 7));
      key.print(h.bar(x + w / 2, y + 6, x + w / 2, y + t - 6, 12));
      for (const u of [0.28, 0.72]) key.print(h.box(x + w * u - 24, y + t * 0.55, 48, 12));
    }
  // Night where a box is missing, with the lamp in it.
  key.print(h.box(1168, -20, 360, 170));
  key.carve(h.rays(1330, 40, 44, 420, { count: 70 }), {
    tone: (x, y) => 1 - Math.hypot(x - 1330, y - 40) / 360,
    width: 9,
    run: [50, 200],
  });
  key.cut(h.oval(1330, 40, 38));
  glow.cut(h.oval(1330, 40, 30));
  // Deck.
  key.print(h.box(-20, 796, 1540, 230));
  key.carve(h.plain(-20, 1520, 806, 1000, { first: 11, last: 24 }), {
    tone: (x, y) => 0.85 - Math.hypot(x - 860, (y - 860) * 2) / 640,
    width: 14,
    run: [60, 260],
  });
  // The lashing rods cross the wall.
  const rods = [
    [560, 640, 300, -40],
    [1010, 600, 1240, -30],
    [330, 900, 745, 150],
    [1290, 850, 960, 150],
    [130, 880, 330, 560],
  ];
  for (const [a, b, c, d] of rods) {
    key.cut(h.bar(a, b, c, d, 27));
    glow.print(h.bar(a, b, c, d, 25));
    key.print(h.bar(a, b, c, d, 14));
    key.cut(h.bar(a + 2, b, c + 2, d, 3));
  }
  // Shadows, then the two at work.
  key.print(
    h.poly([
      [520, 960],
      [580, 960],
      [150, 1010],
      [-20, 1010],
      [-20, 990],
    ]),
    h.poly([
      [960, 960],
      [1030, 960],
      [640, 1020],
      [500, 1020],
    ]),
  );
  const one = h.person(560, 965, 520, {
    hat: 'helmet',
    lean: -0.1,
    stride: 0.17,
    wide: 1.25,
    coat: 0.55,
    arms: [
      [
        [-0.13, -0.92],
        [0.0, -1.05],
      ],
      [
        [0.22, -0.68],
        [0.1, -0.86],
      ],
    ],
    flip: -1,
  });
  const two = h.person(985, 965, 545, {
    hat: 'helmet',
    lean: 0.09,
    stride: 0.2,
    wide: 1.25,
    coat: 0.56,
    arms: [
      [
        [-0.1, -0.95],
        [0.08, -1.1],
      ],
      [
        [0.24, -0.74],
        [0.14, -0.9],
      ],
    ],
  });
  for (const [figure, px] of [
    [one, 560],
    [two, 985],
  ]) {
    for (const p of [key, red, glow]) h.rim(p, figure, 13);
    key.print(figure);
    // Reflecting bands and the light along the right side.
    for (const y of [636, 690]) {
      key.cut(h.bar(px - 66, y, px + 66, y + 3, 22));
      glow.print(h.bar(px - 66, y, px + 66, y + 3, 24));
    }
    key.carve(h.rows([px - 70, 500, px + 90, 940], { gap: 11, angle: 84, bend: 8 }), {
      tone: (x) => 0.2 + (x - px - 10) / 90,
      width: 7,
      run: [30, 90],
    });
  }
  return [glow, red, key];
}

export const nightShiftLashers = { path: '2026/11/night-shift-lashers', draw };
