/** The tug in the frozen basin, in falling snow. */
import { floes } from '../lib/floes.mjs';
import * as h from '../lib/hand.mjs';

function draw() {
  const pale = new h.Plate('sea', 0.5);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  pale.print(h.box(-20, -20, 1540, 560));
  pale.carve(h.rows([-20, -20, 1520, 540], { gap: 14, angle: 24, bend: 22 }), {
    tone: (x, y) => 0.25 + y / 900 + 0.5 * (h.noise(x, y, 190) - 0.5),
    width: 13,
    run: [70, 260],
  });
  // Gables along the basin, snow on the roofs.
  const back = h.street(-30, 1540, 500, { low: 90, high: 170, wide: [80, 130], lit: 0.65 });
  key.print(back.walls);
  key.carve(h.rows([-20, 200, 1520, 500], { gap: 12, angle: 90, bend: 3 }), {
    tone: (x, y) => 0.55 * h.noise(x, 5, 60) - 0.08 + (y - 400) / 700,
    width: 9,
    run: [40, 150],
  });
  key.print(back.windows);
  key.cut(back.windows.filter((_, i) => i % 3 === 0));
  red.print(back.windows.filter((_, i) => i % 3 === 0));
  key.print(h.spire(1130, 500, 400, 60));
  key.print(h.box(-20, 494, 1540, 52));
  key.cut(
    h.soft([
      [-40, 486],
      [200, 480],
      [600, 488],
      [1000, 480],
      [1540, 488],
      [1540, 500],
      [900, 502],
      [300, 498],
      [-40, 504],
    ]),
  );
  for (let x = 20; x < 1500; x += 120) key.cut(h.bar(x, 508, x, 540, 5));
  // Ice plates, cracked round the hull.
  pale.score(h.plain(-20, 1520, 552, 1000, { first: 12, last: 40, sway: 0.5, wave: 160 }), {
    tone: (x, y) => 0.8 * h.noise(x, y * 2, 200) - 0.2,
    width: 30,
    run: [80, 360],
    rest: 30,
  });
  for (const [i, f] of floes(540, 1080, 300).entries()) {
    const [mx, my] = f.reduce((s, p) => [s[0] + p[0] / f.length, s[1] + p[1] / f.length], [0, 0]);
    if (Math.hypot(mx - 740, (my - 770) * 1.8) > 700 * h.between(0.6, 1.1)) continue;
    const ring = [...f, f[0]];
    key.print(
      h.ribbon(
        ring.map(([x, y]) => [x + h.between(-3, 3), y + h.between(-2, 2)]),
        3 + (my - 540) / 75,
      ),
    );
    if (i % 6 === 0) {
      key.within(h.poly(f), (p) =>
        p.flood().carve(h.plain(mx - 200, mx + 200, my - 90, my + 90, { first: 9, last: 11 }), {
          tone: () => 0.35,
          width: 6,
          run: [20, 80],
          rest: 30,
        }),
      );
    }
  }
  // The tug, bow to the right.
  const at = (pts) => h.place(pts, 740, 780, 1.12);
  const P = (pts) => h.poly(at(pts));
  const hull = [
    [-400, -120],
    [-300, -92],
    [-80, -84],
    [140, -112],
    [300, -170],
    [402, -224],
    [396, -150],
    [366, -40],
    [330, 26],
    [-340, 26],
    [-388, -30],
  ];
  key.parts.push(`<path d="${P(hull)}" fill="#fff" stroke="#fff" stroke-width="14"/>`);
  key.print(P(hull));
  key.cut(
    P([
      [-404, -108],
      [-300, -78],
      [-80, -70],
      [140, -98],
      [300, -156],
      [398, -206],
      [397, -190],
      [300, -138],
      [140, -80],
      [-80, -54],
      [-300, -62],
      [-402, -92],
    ]),
  );
  red.print(
    P([
      [-396, -20],
      [362, -20],
      [330, 30],
      [-340, 30],
    ]),
  );
  key.cut(
    P([
      [-388, -12],
      [354, -12],
      [328, 22],
      [-346, 22],
    ]),
  );
  key.score(h.rows([...at([[-390, -14]])[0], ...at([[356, 24]])[0]], { gap: 9, bend: 1 }), {
    tone: (x, y) => (y - 755) / 60,
    width: 8,
  });
  key.carve(h.rows([300, 560, 1200, 770], { gap: 15, angle: 4, bend: 6 }), {
    tone: (x, y) => (h.inside(at(hull), x, y) && y > 700 ? 0.25 + 0.4 * ((x - 740) / 440) : 0),
    width: 9,
    run: [50, 190],
  });
  for (let i = 0; i < 7; i++) {
    const [x, y] = at([[-300 + i * 88, -34 - Math.max(0, i - 4) * 16]])[0];
    key.print(h.oval(x, y, 30));
    key.parts.push(`<path d="${h.oval(x, y, 24)}" fill="none" stroke="#fff" stroke-width="6"/>`);
  }
  for (const [house, snow] of [
    [
      [
        [-150, -82],
        [-140, -196],
        [112, -196],
        [128, -104],
      ],
      [
        [-160, -190],
        [-146, -216],
        [0, -224],
        [120, -214],
        [128, -190],
      ],
    ],
    [
      [
        [-74, -210],
        [-66, -318],
        [72, -318],
        [88, -210],
      ],
      [
        [-92, -312],
        [-76, -340],
        [0, -348],
        [78, -338],
        [98, -312],
      ],
    ],
  ]) {
    key.parts.push(`<path d="${P(house)}" fill="#fff" stroke="#fff" stroke-width="9"/>`);
    key.print(P(house));
    key.print(h.soft(at(snow.map(([x, y]) => [x * 1.03, y + 8]))));
    key.cut(h.soft(at(snow)));
  }
  for (const x of [-54, -12, 30]) {
    key.cut(
      P([
        [x, -292],
        [x + 32, -292],
        [x + 34, -250],
        [x, -250],
      ]),
    );
    red.print(
      P([
        [x, -292],
        [x + 32, -292],
        [x + 34, -250],
        [x, -250],
      ]),
    );
  }
  for (const x of [-110, -62, -14, 34, 80]) key.cut(h.oval(...at([[x, -150]])[0], 15));
  key.carve(h.rows([...at([[-150, -200]])[0], ...at([[128, -90]])[0]], { gap: 12, angle: 88 }), {
    tone: (x) => (x - 800) / 130,
    width: 7,
  });
  const stack = [
    [-126, -206],
    [-118, -400],
    [-52, -400],
    [-48, -206],
  ];
  key.print(P(stack));
  key.cut(
    P([
      [-119, -362],
      [-115, -318],
      [-55, -318],
      [-54, -362],
    ]),
  );
  red.print(
    P([
      [-122, -366],
      [-117, -314],
      [-53, -314],
      [-54, -366],
    ]),
  );
  key.print(
    h.bar(...at([[10, -340]])[0], ...at([[10, -520]])[0], 9, 5),
    h.bar(...at([[-24, -470]])[0], ...at([[44, -470]])[0], 6),
    h.bar(...at([[10, -510]])[0], ...at([[380, -226]])[0], 3.5),
    h.bar(...at([[10, -510]])[0], ...at([[-390, -130]])[0], 3.5),
  );
  // Steam.
  const steam = h.smoke(642, 322, 300, -330, 30, 120, 13);
  pale.cut(steam);
  key.score(
    h
      .rings(760, 130, 40, 330, { gap: 17, bend: 26 })
      .map((l) => l.filter(([x, y]) => y < 300 && x < 1010 && x > 600)),
    { tone: (x, y) => 0.75 * h.noise(x, y, 60) - 0.3, width: 6, run: [20, 70], rest: 40 },
  );
  const snow = h.flakes([-20, -20, 1520, 1000], 420, [2.5, 9]);
  key.cut(snow);
  pale.cut(snow);
  red.cut(snow);
  return [pale, red, key];
}

export const theIceWinter1 = { path: '2026/01/the-ice-winter-1', focus: [0.5, 0.58], draw };
