/** Ballots on a wet day. */
import * as h from '../lib/hand.mjs';

function draw() {
  const red = new h.Plate('rust');
  const pale = new h.Plate('sea', 0.45);
  const key = new h.Plate('night');
  // Through the tall windows: rain and the queue.
  pale.print(h.box(-20, -20, 1540, 760));
  const queue = h.street(-20, 1540, 520, { low: 90, high: 170, wide: [90, 150], lit: 0.5 });
  pale.carve(h.rows([-20, -20, 1520, 700], { gap: 15, angle: 70, bend: 4 }), {
    tone: (x, y) => 0.5 + 0.6 * (h.noise(x, y, 160) - 0.5),
    width: 11,
    run: [50, 200],
  });
  pale.print(queue.walls);
  pale.cut(queue.windows);
  key.print(h.box(-20, 640, 1540, 90));
  for (let i = 0; i < 13; i++) {
    const x = 30 + i * 122 + h.between(-14, 14);
    const s = h.between(230, 275);
    key.print(h.person(x, 680, s, { skirt: i % 3 ? 0.05 : 0.35, coat: 0.66, wide: 1.2 }));
    const [ux, uy, r] = [x + 12, 680 - s * 0.97, h.between(66, 84)];
    const brolly = h.poly([
      [ux - r, uy],
      ...Array.from({ length: 9 }, (_, j) => [
        ux - r * Math.cos((Math.PI * (j + 1)) / 10),
        uy - r * 0.72 * Math.sin((Math.PI * (j + 1)) / 10),
      ]),
      [ux + r, uy],
      [ux + r * 0.66, uy - 9],
      [ux + r * 0.33, uy + 2],
      [ux, uy - 9],
      [ux - r * 0.33, uy + 2],
      [ux - r * 0.66, uy - 9],
    ]);
    key.print(h.bar(ux, uy - r * 0.85, ux, uy + s * 0.4, 4));
    key.parts.push(`<path d="${brolly}" fill="#fff" stroke="#fff" stroke-width="8"/>`);
    if (i % 4 === 1) red.print(brolly);
    key.print(
      i % 4 === 1
        ? h.ribbon(
            h.curve([
              [ux - r, uy],
              [ux - r * 0.6, uy - r * 0.55],
              [ux, uy - r * 0.72],
              [ux + r * 0.6, uy - r * 0.55],
              [ux + r, uy],
            ]),
            6,
          )
        : brolly,
    );
    key.carve(h.rays(ux, uy, 12, r, { count: 9, from: 180, to: 360 }), {
      tone: (px) => (px - ux) / r + 0.2,
      width: 5,
      run: [60, 90],
    });
  }
  const drops = h.rain([0, -60, 1600, 700], 330, { angle: 72, width: 5, length: [40, 150] });
  key.cut(drops.slice(0, 190));
  key.print(drops.slice(190, 260));
  // Window frame.
  for (const x of [-6, 470, 1030, 1506])
    key
      .print(h.bar(x, -20, x, 740, 54))
      .carve(h.rows([x - 22, 0, x + 22, 720], { gap: 11, angle: 90 }), {
        tone: (px) => (px - x + 4) / 26,
        width: 7,
        run: [90, 300],
      });
  key.print(h.bar(-20, 150, 1520, 150, 16), h.bar(-20, 0, 1520, 0, 44), h.box(-20, 700, 1540, 46));
  // The table and the box.
  key.print(h.box(-20, 800, 1540, 240));
  key.cut(
    h.poly([
      [-20, 792],
      [1520, 792],
      [1520, 830],
      [-20, 830],
    ]),
  );
  key.carve(h.rows([-20, 840, 1520, 1010], { gap: 15, angle: 1, bend: 7 }), {
    tone: (x, y) => 0.55 - Math.abs(x - 880) / 1500 + 0.4 * (h.noise(x, y * 3, 120) - 0.5),
    width: 9,
    run: [90, 400],
  });
  const [l, r, t, b] = [520, 980, 540, 900];
  key.parts.push(
    `<path d="${h.poly([
      [l, t],
      [l + 60, t - 74],
      [r + 60, t - 74],
      [r, t],
      [r + 60, b - 60],
      [r, b],
      [l, b],
    ])}" fill="#fff" stroke="#fff" stroke-width="16"/>`,
  );
  pale.cut(
    h.poly([
      [l, t],
      [l + 60, t - 74],
      [r + 60, t - 74],
      [r + 60, b - 60],
      [r, b],
      [l, b],
    ]),
  );
  key.print(
    h.poly([
      [l, t],
      [l + 60, t - 74],
      [r + 60, t - 74],
      [r + 60, b - 60],
      [r, b],
      [l, b],
    ]),
  );
  key.cut(
    h.poly([
      [l + 9, t - 6],
      [l + 63, t - 66],
      [r + 47, t - 66],
      [r - 5, t - 6],
    ]),
  );
  key.print(
    h.poly([
      [l + 150, t - 28],
      [l + 166, t - 44],
      [r - 104, t - 44],
      [r - 118, t - 28],
    ]),
  );
  key.cut(h.box(l + 10, t + 10, r - l - 20, b - t - 20));
  red.print(h.box(l + 8, t + 8, r - l - 16, b - t - 16));
  key.score(h.rows([l + 10, t + 10, r - 10, b - 10], { gap: 13, angle: 90, bend: 2 }), {
    tone: (x) => 0.15 + Math.max(0, (l + 240 - x) / 300),
    width: 12,
    run: [90, 300],
  });
  key.carve(h.rows([r + 2, t - 60, r + 58, b], { gap: 12, angle: -50 }), {
    tone: () => 0.32,
    width: 6,
  });
  const seal = [l + 230, t + 190];
  red.cut(h.oval(...seal, 92));
  key.cut(h.oval(...seal, 92));
  key.print(
    h.poly([
      [seal[0] - 46, seal[1] - 4],
      [seal[0] - 26, seal[1] - 24],
      [seal[0] - 6, seal[1] + 2],
      [seal[0] + 44, seal[1] - 56],
      [seal[0] + 64, seal[1] - 36],
      [seal[0] - 4, seal[1] + 44],
    ]),
  );
  // The paper and the hand that lets it go.
  const sheet = [
    [700, 506],
    [660, 300],
    [850, 262],
    [884, 500],
  ];
  key.parts.push(`<path d="${h.poly(sheet)}" fill="#fff" stroke="#000" stroke-width="7"/>`);
  pale.cut(h.poly(sheet));
  key.print(
    h.bar(690, 360, 830, 332, 7),
    h.bar(696, 400, 800, 380, 7),
    h.bar(704, 440, 836, 414, 7),
  );
  const hand = h.soft([
    [792, 366],
    [812, 330],
    [850, 300],
    [900, 270],
    [990, 226],
    [1080, 270],
    [1060, 330],
    [980, 356],
    [930, 372],
    [880, 384],
    [836, 392],
    [800, 388],
  ]);
  const sleeve = h.poly([
    [1000, 214],
    [1520, -40],
    [1520, 250],
    [1070, 346],
  ]);
  key.parts.push(`<path d="${hand + sleeve}" fill="#fff" stroke="#fff" stroke-width="16"/>`);
  key.parts.push(`<path d="${hand}" fill="#fff" stroke="#000" stroke-width="7"/>`);
  pale.cut(hand);
  key.print(
    h.limb(
      [
        [800, 352],
        [850, 340],
        [900, 316],
      ],
      5,
    ),
    h.limb(
      [
        [812, 376],
        [880, 356],
        [930, 332],
      ],
      5,
    ),
    sleeve,
  );
  key.score(
    h
      .rows([860, 260, 1060, 380], { gap: 11, angle: -30 })
      .map((q) => q.filter(([x, y]) => y > 330 - (x - 880) * 0.1 && y < 372 - (x - 930) * 0.15)),
    { tone: () => 0.6, width: 6 },
  );
  key.carve(h.rows([1010, -40, 1520, 340], { gap: 15, angle: -26, bend: 9 }), {
    tone: (x, y) => 0.75 - (y + (x - 1010) * 0.45 - 190) / 150,
    width: 10,
    run: [60, 200],
  });
  key.cut(h.bar(1022, 200, 1092, 348, 14));
  return [pale, red, key];
}

export const aldouWinsCityHall = {
  path: '2026/06/aldou-wins-city-hall',
  focus: [0.52, 0.58],
  draw,
};
