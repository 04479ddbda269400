/** Folders tied with tape, and a key. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  // The table top in light from a window: four panes thrown across it.
  const pane = (u, v) => [
    [120 + u * 560 + v * 190, 90 + v * 430 - u * 26],
    [620 + u * 560 + v * 190, 66 + v * 430 - u * 26],
    [770 + u * 560 + v * 190, 440 + v * 430 - u * 26],
    [270 + u * 560 + v * 190, 466 + v * 430 - u * 26],
  ];
  for (const [u, v] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [-1, 0],
    [-1, 1],
    [2, 0],
    [0, -1],
    [1, -1],
    [2, -1],
  ]) {
    const d = h.poly(pane(u, v));
    key.cut(d);
    glow.print(d);
  }
  key.score(h.rows([-20, -20, 1520, 1020], { gap: 13, angle: -3, bend: 14 }), {
    tone: (x, y) => 0.6 * h.noise(x * 0.5, y * 3, 90) - 0.06,
    width: 8,
    run: [100, 500],
  });
  key.carve(h.rows([-20, -20, 1520, 1020], { gap: 17, angle: -3, bend: 14 }), {
    tone: (x, y) => 0.42 * h.noise(x * 0.5, y * 3, 120) - 0.06,
    width: 7,
    run: [60, 300],
  });
  // The long shadow, then the stack, sheet by sheet.
  key.print(
    h.poly([
      [420, 830],
      [1080, 770],
      [1540, 960],
      [1540, 1030],
      [700, 1030],
    ]),
  );
  const slab = (y, w, turn, plate, thick) => {
    const c = [
      [-w, -150],
      [w, -190],
      [w + 90, 120],
      [-w + 60, 175],
    ].map(([a, b]) => [
      740 + a * Math.cos(turn) - b * Math.sin(turn) * 1.2,
      y + b * 0.92 + a * Math.sin(turn),
    ]);
    const side = [c[3], c[2], [c[2][0], c[2][1] + thick], [c[3][0], c[3][1] + thick]];
    const right = [c[1], c[2], [c[2][0], c[2][1] + thick], [c[1][0], c[1][1] + thick]];
    for (const part of [side, right]) {
      h.rim(key, h.poly(part), 10);
      glow.cut(h.poly(part));
      red.cut(h.poly(part));
      h.outline(key, h.poly(part), 7);
    }
    const ls = [];
    for (let t = 0.14; t < 0.95; t += 0.17)
      ls.push(
        h.curve(
          [
            [side[0][0] + 6, side[0][1] + thick * t],
            [(side[0][0] + side[1][0]) / 2, (side[0][1] + side[1][1]) / 2 + thick * t],
            [side[1][0] - 6, side[1][1] + thick * t],
          ],
          30,
        ),
      );
    key.score(ls, { tone: (x, y) => 0.3 + h.noise(x, y, 50) * 0.8, width: 6, run: [60, 260] });
    key.score(
      h
        .rows([c[1][0] - 20, c[1][1], c[2][0] + 20, c[2][1] + thick], { gap: 8, angle: 60 })
        .map((q) => q.filter(([x, y]) => h.inside(right, x, y))),
      { tone: () => 0.9, width: 8 },
    );
    h.rim(key, h.poly(c), 4);
    for (const p of [glow, red]) p.cut(h.poly(c));
    h.outline(key, h.poly(c), 8);
    if (plate) plate.print(h.poly(c));
    return c;
  };
  slab(740, 330, 0.06, red, 54);
  slab(672, 318, -0.05, null, 40);
  slab(618, 326, 0.03, red, 46);
  slab(560, 312, -0.02, glow, 40);
  const top = slab(500, 318, 0.05, red, 44);
  key.score(
    h
      .rows([380, 290, 1180, 690], { gap: 14, angle: -18, bend: 8 })
      .map((q) => q.filter(([x, y]) => h.inside(top, x, y))),
    {
      tone: (x, y) => 0.75 - (x - 400) / 640 + 0.5 * (h.noise(x, y, 90) - 0.5),
      width: 12,
      run: [60, 220],
    },
  );
  // Tab, label, tape.
  const label = [
    [500, 392],
    [742, 382],
    [764, 466],
    [516, 478],
  ];
  red.cut(h.poly(label));
  h.outline(key, h.poly(label), 6);
  key.print(
    h.bar(530, 414, 720, 406, 7),
    h.bar(536, 436, 680, 430, 6),
    h.bar(540, 456, 706, 449, 6),
  );
  for (const knots of [
    [
      [940, 312],
      [985, 500],
      [1042, 650],
    ],
    [
      [420, 590],
      [760, 560],
      [1130, 545],
    ],
  ]) {
    const tape = h.limb(knots, 24);
    h.rim(key, tape, 8);
    red.cut(tape);
    key.print(h.limb(knots, 20));
    key.carve([h.curve(knots, 24)], { width: 6, run: [30, 90] });
  }
  for (const knots of [
    [
      [998, 552],
      [940, 500],
      [900, 540],
      [990, 556],
    ],
    [
      [998, 552],
      [1070, 510],
      [1090, 560],
      [1000, 558],
    ],
    [
      [998, 556],
      [960, 620],
      [930, 660],
    ],
    [
      [1000, 558],
      [1030, 620],
      [1080, 640],
    ],
  ]) {
    h.rim(key, h.limb(knots, 20), 8);
    key.print(h.limb(knots, 17));
  }
  // The key, with its own shadow.
  const K = (pts, dx = 0, dy = 0) => h.place(pts, 700 + dx, 560 + dy, 1.12, -0.42);
  const ring = (dx, dy, plate, w) =>
    plate.parts.push(
      `<path d="${h.soft(
        K(
          [
            [-210, 0],
            [-250, -62],
            [-320, -62],
            [-362, 0],
            [-320, 62],
            [-250, 62],
          ],
          dx,
          dy,
        ),
      )}" fill="none" stroke="${w > 0 ? '#000' : '#fff'}" stroke-width="${Math.abs(w)}"/>`,
    );
  const shaft = (dx, dy, g = 0) => [
    h.poly(
      K(
        [
          [-214, -17 - g],
          [170, -17 - g],
          [170, 17 + g],
          [-214, 17 + g],
        ],
        dx,
        dy,
      ),
    ),
    h.poly(
      K(
        [
          [70 - g, 10],
          [110 + g, 10],
          [110 + g, 84 + g],
          [70 - g, 84 + g],
        ],
        dx,
        dy,
      ),
    ),
    h.poly(
      K(
        [
          [126 - g, 10],
          [170 + g, 10],
          [170 + g, 100 + g],
          [126 - g, 100 + g],
        ],
        dx,
        dy,
      ),
    ),
    h.poly(
      K(
        [
          [-214 - g, -30 - g],
          [-190 + g, -30 - g],
          [-190 + g, 30 + g],
          [-214 - g, 30 + g],
        ],
        dx,
        dy,
      ),
    ),
  ];
  key.print(shaft(34, 40));
  ring(34, 40, key, 34);
  ring(0, 0, key, -54);
  ring(0, 0, red, -44);
  key.cut(shaft(0, 0, 9));
  red.cut(shaft(0, 0, 6));
  ring(0, 0, key, 40);
  key.print(shaft(0, 0));
  ring(-3, -5, key, -15);
  key.cut(
    h.poly(
      K([
        [-180, -10],
        [160, -10],
        [160, -2],
        [-180, -2],
      ]),
    ),
  );
  glow.print(
    h.poly(
      K([
        [-180, -14],
        [164, -14],
        [164, 2],
        [-180, 2],
      ]),
    ),
  );
  ring(-3, -5, glow, 17);
  return [glow, red, key];
}

export const whoOwnsTheQuay1 = { path: '2026/10/who-owns-the-quay-1', focus: [0.48, 0.52], draw };
