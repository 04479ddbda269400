/** The court door, shut. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  key.flood();
  glow.flood();
  // Stone courses.
  for (let r = 0; r < 12; r++)
    for (let c = -1; c < 10; c++) {
      const x = c * 172 + (r % 2) * 86 - 20;
      const y = r * 72 - 30;
      const stone = [
        [x + 4, y + 4],
        [x + 168, y + 4],
        [x + 168, y + 68],
        [x + 4, y + 68],
      ];
      const lit = x + y * 0.75 > 540 && x + y * 0.75 < 1400;
      if (lit) {
        glow.cut(h.poly(stone));
        key.cut(h.poly(stone));
        key.score(h.rows([x + 4, y + 4, x + 168, y + 68], { gap: 11, angle: -28 }), {
          tone: (px, py) => 0.62 * h.noise(px, py, 60) - 0.1,
          width: 8,
          run: [20, 80],
          rest: 20,
        });
      } else
        key.carve(h.rows([x + 6, y + 6, x + 166, y + 66], { gap: 12, angle: -28 }), {
          tone: (px, py) => 0.55 * h.noise(px, py, 70) - 0.02,
          width: 7,
          run: [20, 90],
          rest: 14,
        });
    }
  // Columns.
  for (const x of [330, 1170]) {
    const shaft = [
      [x - 74, 830],
      [x - 62, 150],
      [x + 62, 150],
      [x + 74, 830],
    ];
    for (const p of [key, glow])
      h.rim(p, [h.poly(shaft), h.box(x - 100, 96, 200, 58), h.box(x - 104, 800, 208, 60)], 10);
    key.print(h.poly(shaft), h.box(x - 100, 96, 200, 58), h.box(x - 104, 800, 208, 60));
    key.carve(h.rows([x - 60, 160, x + 64, 796], { gap: 17, angle: 90, bend: 1 }), {
      tone: (px, y) => 0.25 + (px - x + 70) / 150 - (y > 1700 - px * 1.1 ? 0.5 : 0),
      width: 15,
      run: [300, 900],
    });
    key.carve(h.rows([x - 92, 104, x + 92, 146], { gap: 13 }), {
      tone: (px) => 0.3 + (px - x + 90) / 300,
      width: 8,
    });
    key.carve(h.rows([x - 96, 808, x + 96, 852], { gap: 13 }), {
      tone: (px) => 0.3 + (px - x + 90) / 300,
      width: 8,
    });
  }
  const lintel = h.poly([
    [180, -20],
    [1320, -20],
    [1320, 96],
    [180, 96],
  ]);
  for (const p of [key, glow]) h.rim(p, lintel, 8);
  key.print(lintel);
  for (let x = 200; x < 1310; x += 40) key.cut(h.box(x, 60, 24, 22));
  key.carve(h.rows([190, 0, 1310, 50], { gap: 14, bend: 3 }), {
    tone: (x) => (x - 200) / 1500 + 0.1,
    width: 9,
    run: [90, 400],
  });
  // The door in its deep frame.
  const frame = h.box(470, 150, 560, 690);
  for (const p of [key, glow]) h.rim(p, frame, 10);
  key.print(frame);
  const door = h.box(512, 190, 476, 640);
  key.cut(door);
  glow.print(door);
  key.print(h.bar(750, 190, 750, 830, 12));
  for (const x of [536, 768])
    for (const [y, hh] of [
      [214, 150],
      [384, 230],
      [634, 170],
    ]) {
      key.print(h.box(x, y, 196, hh));
      key.cut(h.box(x + 9, y + 9, 178, hh - 18));
      key.print(
        h.poly([
          [x + 9, y + 9],
          [x + 187, y + 9],
          [x + 165, y + 31],
          [x + 31, y + 31],
          [x + 31, y + hh - 31],
          [x + 9, y + hh - 9],
        ]),
      );
    }
  key.score(h.rows([512, 190, 988, 830], { gap: 11, angle: 90, bend: 4 }), {
    tone: (x, y) => 0.42 + 0.5 * (h.noise(x, y * 0.3, 40) - 0.5) + (x + y * 0.75 < 940 ? 0.55 : 0),
    width: 10,
    run: [60, 260],
  });
  // The shadow of the gable falls over the left leaf.
  key.within(door, (p) =>
    p.carve(h.rows([512, 190, 988, 830], { gap: 18, angle: -53, bend: 2 }), {
      tone: (x, y) => (x + y * 0.75 < 950 ? 0.16 : 0),
      width: 7,
    }),
  );
  for (const e of [-1, 1]) {
    const x = 750 + e * 36;
    h.rim(key, h.oval(x, 512, 34), 8);
    key.print(h.oval(x, 512, 34));
    key.parts.push(`<path d="${h.oval(x, 520, 20)}" fill="none" stroke="#fff" stroke-width="7"/>`);
  }
  key.print(
    h.oval(786, 590, 11),
    h.poly([
      [781, 590],
      [791, 590],
      [796, 622],
      [776, 622],
    ]),
  );
  // Steps.
  for (const [i, [y, x0, x1]] of [
    [836, 150, 1350],
    [884, 60, 1440],
    [938, -40, 1540],
  ].entries()) {
    const d = h.poly([
      [x0, y],
      [x1, y],
      [x1 + 30, y + 64],
      [x0 - 30, y + 64],
    ]);
    h.rim(key, d, 5);
    glow.cut(d);
    key.print(
      h.poly([
        [x0 - 8, y + 22],
        [x1 + 8, y + 22],
        [x1 + 30, y + 66],
        [x0 - 30, y + 66],
      ]),
    );
    key.carve(h.rows([x0, y + 24, x1, y + 60], { gap: 12, bend: 2 }), {
      tone: (x) => (x - 400 + i * 60) / 1700,
      width: 8,
      run: [60, 300],
    });
    key.score(h.rows([x0, y, x1, y + 22], { gap: 9, bend: 2 }), {
      tone: (x) => 0.75 - (x - 300) / 520,
      width: 9,
      run: [60, 240],
    });
  }
  // One sheet of paper left on the step.
  const sheet = [
    [846, 858],
    [950, 848],
    [984, 894],
    [878, 906],
  ];
  key.print(h.poly(sheet.map(([x, y]) => [x - 18, y + 9])));
  h.outline(key, h.poly(sheet), 6);
  key.print(
    h.poly([
      [874, 868],
      [938, 862],
      [942, 870],
      [878, 876],
    ]),
    h.poly([
      [884, 882],
      [926, 878],
      [930, 884],
      [888, 889],
    ]),
  );
  return [glow, key];
}

export const nameWithdrawn = { path: '2026/09/name-withdrawn', focus: [0.5, 0.54], draw };
