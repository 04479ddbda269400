/** a-school-in-three-languages. */
import * as h from '../lib/hand.mjs';

/** Letters on the board: Latin, Cyrillic, Arabic, drawn as shapes. */
function glyphs(s, cx, cy, gap) {
  const w = s * 0.17;
  const A = [
    h.bar(cx - gap - s * 0.36, cy + s / 2, cx - gap - s * 0.02, cy - s / 2, w),
    h.bar(cx - gap + s * 0.36, cy + s / 2, cx - gap + s * 0.02, cy - s / 2, w),
    h.bar(cx - gap - s * 0.2, cy + s * 0.18, cx - gap + s * 0.2, cy + s * 0.18, w * 0.8),
  ];
  const Zh = [h.bar(cx, cy - s / 2, cx, cy + s / 2, w)];
  for (const e of [-1, 1])
    Zh.push(
      h.bar(cx + e * s * 0.48, cy - s / 2, cx, cy, w * 0.9),
      h.bar(cx + e * s * 0.5, cy + s / 2, cx, cy, w * 0.9),
    );
  const x = cx + gap;
  const Ayn = [
    h.limb(
      [
        [x + s * 0.2, cy - s * 0.36],
        [x - s * 0.02, cy - s * 0.5],
        [x - s * 0.2, cy - s * 0.32],
        [x - s * 0.04, cy - s * 0.12],
        [x + s * 0.24, cy - s * 0.12],
        [x - s * 0.1, cy - s * 0.02],
        [x - s * 0.28, cy + s * 0.22],
        [x - s * 0.1, cy + s * 0.48],
        [x + s * 0.3, cy + s * 0.4],
      ],
      (t) => w * (0.5 + 0.75 * Math.sin(Math.PI * (0.12 + t * 0.8))),
    ),
  ];
  return [...A, ...Zh, ...Ayn];
}

function draw() {
  const green = new h.Plate('sea');
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  // Wall and winter sun across it.
  glow.print(h.box(-20, -20, 1540, 780));
  const shaft = h.poly([
    [-20, 60],
    [300, -20],
    [760, -20],
    [1520, 560],
    [1520, 900],
    [900, 900],
  ]);
  glow.cut(shaft);
  glow.carve(h.rows([-20, -20, 1520, 760], { gap: 15, angle: 36, bend: 3 }), {
    tone: (x, y) => 0.2 + 0.35 * h.noise(x, y, 160),
    width: 12,
    run: [80, 300],
  });
  key.print(h.box(-20, 716, 1540, 12));
  key.score(h.rows([-20, 728, 1520, 1000], { gap: 16, angle: 90, bend: 2 }), {
    tone: (x) => 0.4 + Math.abs(x - 750) / 1600,
    width: 10,
    run: [80, 260],
  });
  // The board.
  key.print(h.box(236, 108, 1028, 470));
  key.cut(h.box(250, 122, 1000, 442));
  key.print(h.box(262, 134, 976, 418));
  key.cut(h.box(262, 134, 976, 418));
  glow.cut(h.box(250, 122, 1000, 442));
  green.print(h.box(258, 130, 984, 426));
  green.carve(h.rows([262, 134, 1238, 552], { gap: 17, angle: -14, bend: 14 }), {
    tone: (x, y) => 0.5 * h.noise(x, y, 110) - 0.1,
    width: 7,
    run: [60, 240],
  });
  key.score(h.rows([258, 130, 1242, 556], { gap: 12, angle: -14, bend: 6 }), {
    tone: (x, y) => 0.55 * h.noise(x, y, 140) - 0.05 + (x < 420 ? 0.25 : 0),
    width: 10,
    run: [60, 240],
  });
  const letters = glyphs(250, 750, 336, 320);
  key.cut(letters);
  green.cut(letters);
  key.print(h.box(236, 560, 1028, 22));
  key.cut(h.box(300, 553, 60, 8), h.box(390, 553, 40, 8), h.box(1060, 553, 70, 8));
  // Window, left; map roller, right.
  key.print(h.box(24, -20, 150, 480));
  for (const x of [38, 104]) for (const y of [0, 150, 300]) key.cut(h.box(x, y, 56, 140));
  glow.cut(h.box(24, -20, 150, 480));
  key.print(
    h.box(12, 452, 174, 18),
    h.soft([
      [70, 452],
      [60, 400],
      [84, 380],
      [100, 410],
      [116, 372],
      [140, 400],
      [122, 452],
    ]),
  );
  key.print(h.bar(1330, 150, 1330, 560, 8), h.bar(1310, 150, 1480, 150, 12));
  key.parts.push(
    `<path d="${h.poly([
      [1320, 160],
      [1476, 160],
      [1476, 440],
      [1320, 440],
    ])}" fill="#fff" stroke="#000" stroke-width="7"/>`,
  );
  green.print(
    h.soft([
      [1340, 200],
      [1400, 180],
      [1450, 220],
      [1420, 280],
      [1440, 330],
      [1380, 360],
      [1350, 300],
    ]),
  );
  key.score(h.rows([1324, 164, 1472, 436], { gap: 12 }), {
    tone: (x, y) => 0.4 * h.noise(x, y, 40),
    width: 5,
  });
  // The teacher points at the last of them.
  const teacher = h.person(1218, 800, 490, {
    skirt: 0.42,
    coat: 0.82,
    wide: 1.05,
    stride: 0.03,
    flip: -1,
    arms: [
      [
        [-0.15, -0.62],
        [-0.06, -0.48],
      ],
      [
        [0.2, -0.78],
        [0.34, -0.9],
      ],
    ],
  });
  key.parts.push(`<path d="${teacher.join('')}" fill="#fff" stroke="#fff" stroke-width="9"/>`);
  key.print(teacher, h.oval(1240, 330, 30), h.bar(1052, 360, 1000, 300, 5));
  key.carve(h.rows([1150, 400, 1300, 760], { gap: 13, angle: 88, bend: 5 }), {
    tone: (x) => (1216 - x) / 60,
    width: 8,
    run: [40, 110],
  });
  // Two rows of children.
  const kids = [
    [180, 800, 170, 'tails'],
    [420, 790, 164, 'short'],
    [640, 800, 172, 'curly'],
    [860, 790, 166, 'bun'],
    [1060, 806, 172, 'short'],
    [1390, 800, 176, 'tails'],
    [60, 990, 260, 'short'],
    [330, 985, 262, 'curly'],
    [600, 1000, 270, 'long'],
    [900, 985, 262, 'short'],
    [1180, 1000, 270, 'tails'],
    [1450, 985, 262, 'cap'],
  ];
  kids.forEach(([x, y, s, hair], i) => {
    const b = h.bust(x, y, s, { hair, lean: h.between(-0.06, 0.06) });
    if (i === 2 || i === 9)
      b.push(
        h.limb(
          [
            [x + s * 0.4, y - s * 0.2],
            [x + s * 0.52, y - s * 0.6],
            [x + s * 0.46, y - s * 1.12],
          ],
          (t) => s * (0.2 - 0.07 * t),
        ),
        h.oval(x + s * 0.46, y - s * 1.2, s * 0.08, s * 0.11),
      );
    if (i === 6)
      b.push(
        h.limb(
          [
            [x + s * 0.4, y - s * 0.2],
            [x + s * 0.6, y - s * 0.55],
            [x + s * 0.62, y - s * 1.0],
          ],
          (t) => s * (0.2 - 0.07 * t),
        ),
        h.oval(x + s * 0.62, y - s * 1.08, s * 0.08, s * 0.11),
      );
    key.parts.push(
      `<path d="${b.join('')}" fill="#fff" stroke="#fff" stroke-width="${7 + s * 0.02}"/>`,
    );
    glow.cut(b);
    if (i % 3 === 1) green.print(b.slice(0, 1));
    key.print(i % 3 === 1 ? b.slice(1) : b);
    if (i % 3 === 1)
      key.score(
        h
          .rows([x - s * 0.5, y - s * 0.5, x + s * 0.5, y + s * 0.6], { gap: 12, bend: 3 })
          .map((l) =>
            l.filter(([px, py]) => Math.abs(px - x) < s * 0.46 - Math.max(0, y - s * 0.3 - py)),
          ),
        { tone: () => 0.75, width: 10, run: [90, 220] },
      );
    else
      key.carve(
        h.rows([x - s * 0.5, y - s * 0.45, x + s * 0.5, y + s * 0.5], {
          gap: s * 0.055,
          angle: 80,
          bend: 6,
        }),
        { tone: (px) => (x - px) / (s * 0.4) - 0.2, width: s * 0.035, run: [30, 100] },
      );
  });
  return [glow, green, key];
}

export const aSchoolInThreeLanguages = {
  path: '2026/10/a-school-in-three-languages',
  focus: [0.5, 0.4],
  draw,
};
