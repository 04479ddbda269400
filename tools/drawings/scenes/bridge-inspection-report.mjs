/** Under the bridge, looking up: an iron arch from bank to bank, one lamp at work in it. */
import * as h from '../lib/hand.mjs';

function draw() {
  const red = new h.Plate('rust');
  const pale = new h.Plate('sea', 0.4);
  const key = new h.Plate('night');
  pale.print(h.box(-20, -20, 1540, 780));
  pale.carve(h.rows([-20, -20, 1520, 760], { gap: 16, angle: -6, bend: 16 }), {
    tone: (x, y) => 0.15 + y / 900 + 0.4 * (h.noise(x, y * 2, 190) - 0.5),
    width: 16,
    run: [120, 420],
  });
  key.print(
    h.street(-30, 1560, 706, { low: 14, high: 46, wide: [24, 46], lit: 0 }).walls,
    h.spire(820, 706, 120, 18),
  );
  // Three ribs of the same arch, the far ones smaller; the near one passes over our heads.
  const V = [800, 640];
  const ribs = [0.62, 0.4, 0];
  const at = (x, y, t) => [x + (V[0] - x) * t, y + (V[1] - y) * t];
  const upper = (u, t) => at(-420 + u * 2340, 640 - 700 * Math.sin(Math.PI * u) ** 0.8, t);
  const lower = (u, t) => at(-260 + u * 2020, 760 - 690 * Math.sin(Math.PI * u) ** 0.85, t);
  const steps = Array.from({ length: 15 }, (_, i) => i / 14);
  // The deck's underside between the ribs.
  const deck = h.poly([
    at(-420, -100, 0),
    at(1920, -100, 0),
    at(1920, -20, 0.62),
    at(-420, -20, 0.62),
  ]);
  key.print(deck);
  red.print(deck);
  key.within(deck, (p) =>
    p.carve(h.rays(V[0], V[1], 200, 1500, { count: 120, from: 190, to: 350 }), {
      tone: (x, y) => 0.5 + 0.5 * (h.noise(x, y, 100) - 0.5) - (y > 200 ? 0.2 : 0),
      width: 13,
      run: [60, 260],
    }),
  );
  ribs.forEach((t, k) => {
    const g = 1 - t;
    const band = (f, w) =>
      h.ribbon(
        Array.from({ length: 70 }, (_, i) => f(i / 69, t)),
        w * g,
      );
    const web = steps
      .slice(0, -1)
      .flatMap((u, i) => [
        h.bar(...upper(u, t), ...lower(steps[i + 1], t), 22 * g),
        h.bar(...lower(u, t), ...upper(steps[i + 1], t), 22 * g),
        h.bar(...upper(u, t), ...lower(u, t), 30 * g),
      ]);
    const posts = steps
      .slice(2, -2)
      .map((u) => h.bar(...upper(u, t), at(upper(u, 0)[0], -60, t)[0], at(0, -60, t)[1], 24 * g));
    const parts = [
      ...web,
      ...posts,
      band(upper, 62),
      band(lower, 74),
      h.bar(...at(-420, -60, t), ...at(1920, -60, t), 90 * g),
    ];
    for (const p of [key, red, pale]) h.rim(p, parts, 5 + 6 * g);
    key.print(parts);
    if (k) red.print(parts);
    for (const f of [upper, lower]) {
      for (let i = 0; i < 150; i++) {
        const [x, y] = f((i + 0.5) / 150, t);
        key.cut(h.oval(x, y + 16 * g, 4.5 * g), h.oval(x, y - 16 * g, 4.5 * g));
      }
      const edge = Array.from({ length: 200 }, (_, i) => f(i / 199, t)).map(([x, y]) => [
        x,
        y + 27 * g,
      ]);
      key.carve([edge], { tone: (x, y) => 0.35 + h.noise(x, y, 60), width: 9 * g, run: [60, 260] });
    }
    // Cross braces to the next rib.
    if (k < 2)
      steps.slice(1, -1).forEach((u, i) => {
        const n = ribs[k + 1];
        const brace = h.bar(...lower(u, t), ...lower(u, n), 10 * g, 20 * (1 - n));
        const cross = h.bar(...lower(u, t), ...lower(steps[i + 2] ?? u, n), 5 * g, 11 * (1 - n));
        for (const p of [key, red]) h.rim(p, [brace], 5);
        key.print(brace, cross);
        red.print(brace);
      });
  });
  // Stone feet on both banks, lit from the water.
  for (const e of [-1, 1]) {
    const X = (u) => 750 + e * u;
    const pier = [
      [X(560), 640],
      [X(900), 560],
      [X(900), 1020],
      [X(640), 1020],
      [X(600), 760],
    ];
    for (const p of [key, red, pale]) h.rim(p, h.poly(pier), 10);
    key.print(h.poly(pier));
    for (let r = 0; r < 9; r++) {
      const y = 660 + r * 42;
      key.carve(
        h
          .rows([Math.min(X(570), X(900)), y, Math.max(X(570), X(900)), y + 34], {
            gap: 11,
            angle: e * 4,
            bend: 2,
          })
          .map((l) =>
            l.filter(
              ([x, py]) =>
                h.inside(pier, x, py) &&
                h.inside(pier, x - e * 16, py) &&
                (x + (r % 2) * 50) % 100 > 9,
            ),
          ),
        {
          tone: (x) => 0.85 - Math.abs(x - X(600)) / 300 + 0.3 * (h.noise(x, y, 60) - 0.5),
          width: 9,
          run: [30, 110],
        },
      );
    }
  }
  // The river.
  key.score(h.plain(-20, 1520, 714, 1000, { first: 9, last: 30 }), {
    tone: (x, y) =>
      Math.abs(x - 750) < 560 + (y > 760 ? 60 : 0)
        ? 0.35 + Math.abs(x - 770) / 900 + (y - 800) / 700 + 0.6 * (h.noise(x, y * 3, 80) - 0.5)
        : 0,
    width: 26,
    run: [40, 190],
  });
  red.score(h.plain(260, 1240, 760, 1000, { first: 20, last: 36 }), {
    tone: (x, y) => 0.6 - Math.abs(x - 760) / 560 - 0.4 * h.noise(x, y * 3, 60),
    width: 16,
    run: [30, 120],
    rest: 40,
  });
  // The inspector on two ropes, with a lamp held to the iron.
  const [x, y] = [770, 470];
  const body = [
    h.oval(x, y - 190, 22, 27),
    h.poly([
      [x - 32, y - 196],
      [x - 26, y - 222],
      [x, y - 232],
      [x + 26, y - 222],
      [x + 36, y - 194],
    ]),
    h.soft([
      [x - 34, y - 150],
      [x, y - 168],
      [x + 34, y - 150],
      [x + 30, y - 90],
      [x + 22, y - 46],
      [x - 26, y - 46],
      [x - 34, y - 90],
    ]),
    h.limb(
      [
        [x - 14, y - 54],
        [x - 52, y - 34],
        [x - 40, y + 30],
      ],
      24,
    ),
    h.limb(
      [
        [x + 12, y - 54],
        [x + 50, y - 40],
        [x + 62, y + 24],
      ],
      24,
    ),
    h.limb(
      [
        [x + 26, y - 142],
        [x + 70, y - 176],
        [x + 92, y - 230],
      ],
      19,
    ),
    h.limb(
      [
        [x - 28, y - 142],
        [x - 46, y - 190],
        [x - 10, y - 250],
      ],
      18,
    ),
  ];
  const glare = [x + 98, y - 246];
  key.carve(h.rays(...glare, 26, 190, { count: 34 }), {
    tone: (a, b) => 1 - Math.hypot(a - glare[0], b - glare[1]) / 190,
    width: 12,
    run: [30, 120],
  });
  red.carve(h.rays(...glare, 26, 150, { count: 34 }), {
    tone: (a, b) => 0.9 - Math.hypot(a - glare[0], b - glare[1]) / 150,
    width: 11,
    run: [30, 120],
  });
  for (const p of [key, pale, red]) h.rim(p, body, 13);
  key.print(h.bar(x - 8, -20, x - 4, y - 160, 6), h.bar(x + 12, -20, x + 6, y - 160, 5));
  key.print(body);
  red.print(h.box(x - 36, y - 152, 72, 66));
  key.cut(
    h.bar(x - 32, y - 128, x + 32, y - 128, 13),
    h.bar(x - 30, y - 100, x + 30, y - 100, 13),
    h.oval(...glare, 17),
  );
  red.cut(h.oval(...glare, 15));
  key.print(
    h.limb(
      [
        [x + 6, y - 46],
        [x + 14, y + 120],
        [x - 10, y + 300],
      ],
      4,
    ),
    h.gull(420, 600, 70, { turn: 0.2 }),
    h.gull(520, 560, 46, { turn: -0.2 }),
    h.gull(1010, 610, 56, { turn: 0.1 }),
  );
  return [pale, red, key];
}

export const bridgeInspectionReport = {
  path: '2031/01/bridge-inspection-report',
  focus: [0.51, 0.42],
  draw,
};
