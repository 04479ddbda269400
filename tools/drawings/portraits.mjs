/** The authors, as cut silhouettes on a field of one ink. */
import * as h from './lib/hand.mjs';

/** The profile, facing right; the numbers that make a face one's own are in `f`. */
function profile({
  nose = 0,
  tip = 0,
  chin = 0,
  brow = 0,
  lips = 0,
  slope = 0,
  neck = 0,
  jaw = 0,
}) {
  return [
    [-20, -312],
    [86, -296],
    [160 - slope, -232],
    [190 - slope * 0.4, -160],
    [200 + brow, -108],
    [184, -66],
    [208 + nose * 0.6, -22],
    [240 + nose, 16 + tip],
    [247 + nose, 34 + tip],
    [236 + nose * 0.8, 50 + tip],
    [204, 60],
    [214 + lips, 84],
    [212 + lips, 96],
    [196, 106],
    [212 + lips, 122],
    [204 + lips, 140],
    [186 + chin * 0.4, 156],
    [206 + chin, 198],
    [182 + chin, 240],
    [120, 256 + jaw],
    [54, 236 + jaw],
    [44 + neck, 300],
    [60 + neck, 380],
    [-160 - neck, 400],
    [-140 - neck, 240],
    [-176, 120],
    [-222, 0],
    [-226, -120],
    [-176, -232],
    [-100, -294],
  ];
}

const shoulders = [
  [60, 330],
  [110, 400],
  [220, 440],
  [330, 520],
  [390, 680],
  [-470, 680],
  [-430, 520],
  [-330, 430],
  [-200, 370],
  [-130, 290],
];

/** Draws one person. `wear` adds what is theirs, with tools bound to the place of the head. */
function portrait({ ink, flip = 1, face, wear, field = 'rays', coat = true }) {
  return () => {
    const ground = new h.Plate(ink);
    const key = new h.Plate('night');
    const at = (pts) => h.place(pts, 500 - 20 * flip, 470, 1, 0, flip);
    const soft = (pts, t) => h.soft(at(pts), t);
    const head = at(profile(face));
    ground.print(h.box(-20, -20, 1040, 1040));
    const lines =
      field === 'rays'
        ? h.rays(500, 480, 330, 900, { count: 96 })
        : field === 'rings'
          ? h.rings(500, 470, 350, 800, { gap: 26 })
          : h.rows([-20, -20, 1020, 1020], { gap: 24, angle: field, bend: 14 });
    ground.carve(lines, {
      tone: (x, y) =>
        (Math.hypot(x - 500, y - 480) - 350) / 520 + 0.25 * (h.noise(x, y, 110) - 0.5),
      width: 15,
      run: [70, 260],
    });
    const tools = {
      key,
      ground,
      at,
      soft,
      /** A dark shape parted from what lies behind it by a line of light. */
      shape: (pts, w = 10) => {
        const d = typeof pts === 'string' ? pts : soft(pts);
        h.rim(key, d, w);
        key.print(d);
      },
      /** A shape in the field's own ink or, with `bare`, in paper. */
      colour: (pts, bare) => {
        const d = typeof pts === 'string' ? pts : soft(pts);
        key.cut(d);
        if (bare) ground.cut(d);
      },
      /** Cuts in the colour of the field along curves. */
      strands: (curves, width = 8, bare = false) => {
        const ls = curves.map((knots) => h.curve(at(knots), 14));
        key.carve(ls, { width, run: [60, 240] });
        if (bare) ground.carve(ls, { width: width * 0.8, run: [60, 240] });
      },
      line: (knots, w) => h.limb(at(knots), w),
    };
    wear.behind?.(tools);
    if (coat) {
      key.print(soft(shoulders));
      key.carve(h.rows([0, 780, 1000, 1010], { gap: 17, angle: 64 * flip, bend: 8 }), {
        tone: (x, y) => (flip * (x - 500) + 60) / 420 + (y - 900) / 500,
        width: 11,
        run: [60, 200],
      });
    }
    key.print(h.soft(head, 7));
    // Light from the front: cuts follow cheek and jaw.
    key.carve(
      h
        .rows([260, 300, 760, 780], { gap: 13, angle: 62 * flip, bend: 8 })
        .map((l) => l.filter(([x, y]) => h.inside(head, x, y))),
      {
        tone: (x, y) => (flip * (x - 500) - 96) / 190 - Math.abs(y - 540) / 620,
        width: 8,
        run: [26, 90],
        rest: 10,
      },
    );
    const ear = [
      [-30, -20],
      [-8, -52],
      [26, -40],
      [26, 6],
      [0, 46],
      [-22, 40],
    ];
    if (!wear.noEar) tools.shape(ear, 9);
    wear.draw(tools);
    return [ground, key];
  };
}

/** Hair brushed over the skull from the brow to the nape. */
const crop = (t, back = 0, low = 100) => {
  t.shape(
    [
      [176, -216],
      [130, -312],
      [20, -356],
      [-110, -342],
      [-216, -262],
      [-262 - back, -120],
      [-244 - back, 20],
      [-176, low],
      [-120, low - 30],
      [-90, -20],
      [-50, -90],
      [20, -110],
      [60, -190],
      [120, -210],
    ],
    9,
  );
  t.strands(
    [
      [
        [140, -232],
        [20, -300],
        [-120, -270],
        [-210, -150],
        [-222, 0],
      ],
      [
        [110, -226],
        [10, -262],
        [-110, -226],
        [-180, -110],
        [-190, 30],
      ],
      [
        [70, -212],
        [-20, -226],
        [-110, -170],
        [-150, -60],
        [-150, 40],
      ],
      [
        [40, -170],
        [-40, -160],
        [-100, -90],
        [-120, 0],
      ],
    ],
    9,
  );
};

const glasses = (t, round = true) => {
  const lens = round
    ? h.oval(...t.at([[150, -62]])[0], 44, 42)
    : h.poly(
        t.at([
          [104, -92],
          [200, -96],
          [194, -34],
          [110, -32],
        ]),
      );
  t.key.parts.push(`<path d="${lens}" fill="none" stroke="#fff" stroke-width="13"/>`);
  t.key.cut(
    t.line(
      [
        [108, -66],
        [50, -58],
        [-6, -42],
      ],
      12,
    ),
  );
  t.key.cut(
    t.line(
      [
        [190, -76],
        [214, -74],
      ],
      10,
    ),
  );
};

const scarf = (t, bare = false) => {
  t.shape(
    [
      [96, 300],
      [120, 360],
      [90, 430],
      [-60, 450],
      [-190, 410],
      [-220, 340],
      [-150, 290],
      [-20, 320],
    ],
    12,
  );
  t.strands(
    [
      [
        [90, 330],
        [-20, 362],
        [-180, 330],
      ],
      [
        [100, 368],
        [-20, 398],
        [-196, 366],
      ],
      [
        [84, 404],
        [-30, 428],
        [-180, 398],
      ],
    ],
    15,
    bare,
  );
};

const beard = (t, long = 0) => {
  t.shape(
    [
      [-6, 30],
      [20, 110],
      [90, 120],
      [150, 74],
      [216, 66],
      [226, 92],
      [196, 108],
      [222, 130],
      [232, 200],
      [206, 268 + long],
      [120, 310 + long * 1.2],
      [30, 276 + long * 0.4],
      [-30, 160],
    ],
    8,
  );
  t.strands(
    [
      [
        [20, 130],
        [60, 210],
        [110, 290 + long],
      ],
      [
        [70, 140],
        [110, 210],
        [150, 284 + long],
      ],
      [
        [120, 124],
        [160, 190],
        [186, 262 + long],
      ],
      [
        [170, 150],
        [204, 190],
        [212, 236 + long],
      ],
      [
        [150, 84],
        [180, 80],
        [212, 80],
      ],
    ],
    9,
  );
};

const people = {
  'ilze-brandt': {
    ink: 'rust',
    face: { nose: -14, chin: -8, slope: 6, neck: -14 },
    field: 'rays',
    wear: {
      noEar: true,
      draw(t) {
        t.shape(
          [
            [186, -190],
            [120, -330],
            [-40, -372],
            [-190, -320],
            [-272, -180],
            [-290, 0],
            [-270, 190],
            [-150, 216],
            [-20, 190],
            [20, 60],
            [40, -60],
            [90, -150],
            [150, -180],
          ],
          10,
        );
        t.strands(
          [
            [
              [150, -200],
              [20, -300],
              [-140, -280],
              [-230, -140],
              [-250, 40],
              [-230, 180],
            ],
            [
              [120, -196],
              [0, -252],
              [-120, -220],
              [-196, -100],
              [-206, 60],
              [-184, 190],
            ],
            [
              [84, -172],
              [-10, -196],
              [-100, -140],
              [-150, -30],
              [-150, 100],
              [-130, 194],
            ],
            [
              [50, -110],
              [-20, -100],
              [-80, -20],
              [-90, 90],
              [-70, 186],
            ],
            [
              [20, -20],
              [-20, 40],
              [-30, 120],
              [-20, 176],
            ],
          ],
          11,
        );
        scarf(t);
      },
    },
  },
  'marek-tuomi': {
    ink: 'sea',
    flip: -1,
    face: { nose: 2, chin: 6, brow: 6, slope: 12, neck: 10 },
    field: 24,
    wear: {
      draw(t) {
        crop(t, -8, 70);
        glasses(t, false);
        t.colour(
          h.poly(
            t.at([
              [60, 372],
              [130, 430],
              [60, 540],
              [20, 430],
            ]),
          ),
          true,
        );
        t.key.print(
          h.poly(
            t.at([
              [70, 430],
              [104, 440],
              [96, 600],
              [50, 600],
            ]),
          ),
        );
      },
    },
  },
  'nadia-haddad': {
    ink: 'ochre',
    face: { nose: -6, lips: 4, chin: -4, neck: -16 },
    field: 'rings',
    wear: {
      noEar: true,
      behind(t) {
        t.shape(
          [
            [60, -360],
            [-120, -372],
            [-260, -260],
            [-320, -60],
            [-330, 160],
            [-400, 330],
            [-300, 470],
            [-60, 480],
            [60, 300],
          ],
          1,
        );
        t.strands(
          [
            [
              [-40, -340],
              [-200, -260],
              [-276, -60],
              [-280, 140],
              [-340, 320],
            ],
            [
              [-120, -240],
              [-226, -60],
              [-232, 160],
              [-270, 340],
            ],
            [
              [-190, 0],
              [-180, 200],
              [-210, 380],
            ],
          ],
          13,
        );
      },
      draw(t) {
        // A head of curls, row behind row.
        const curls = [];
        for (let r = 0; r < 5; r++)
          for (let i = 0; i < 15 - r; i++) {
            const a = 1.75 + (i / (14 - r)) * 3.3;
            const d = 318 - r * 56;
            const c = [
              -52 + Math.cos(a) * d * 0.98 + h.between(-8, 8),
              -84 + Math.sin(a) * d + h.between(-8, 8),
            ];
            if (c[0] > 116 || (c[0] > 24 && c[1] > -196) || (c[0] > -60 && c[1] > -70)) continue;
            curls.push([c, 54 - r * 2]);
          }
        for (const [[x, y], r] of curls) t.shape(h.oval(...t.at([[x, y]])[0], r, r * 0.92), 8);
        for (const [[x, y], r] of curls)
          t.strands(
            [
              [
                [x - r * 0.5, y + r * 0.2],
                [x - r * 0.2, y - r * 0.5],
                [x + r * 0.45, y - r * 0.2],
                [x + r * 0.2, y + r * 0.4],
                [x - r * 0.05, y + r * 0.1],
              ],
            ],
            8,
          );
        const ring = h.oval(...t.at([[16, 92]])[0], 24, 30);
        t.key.parts.push(`<path d="${ring}" fill="none" stroke="#fff" stroke-width="10"/>`);
      },
    },
  },
  'olga-vereten': {
    ink: 'rust',
    flip: -1,
    face: { nose: -10, tip: -8, chin: -2, slope: 2, neck: -14 },
    field: 'rings',
    wear: {
      draw(t) {
        t.shape(h.oval(...t.at([[-250, -236]])[0], 104, 98), 10);
        t.strands(
          [
            [
              [-320, -270],
              [-250, -310],
              [-180, -250],
            ],
            [
              [-326, -226],
              [-250, -262],
              [-190, -200],
            ],
            [
              [-300, -180],
              [-250, -210],
              [-210, -160],
            ],
          ],
          10,
        );
        crop(t, 0, 60);
        glasses(t);
        for (let i = 0; i < 11; i++)
          t.colour(
            h.oval(...t.at([[84 - i * 25, 348 + Math.sin((i / 10) * 3.14) * 46]])[0], 14),
            true,
          );
      },
    },
  },
  'henrik-solberg': {
    ink: 'sea',
    face: { nose: 10, tip: 8, brow: 8, chin: 10, slope: 26, neck: 14, jaw: 6 },
    field: 'rays',
    wear: {
      draw(t) {
        t.shape(
          [
            [-60, -130],
            [-30, -60],
            [-60, 30],
            [-110, 90],
            [-190, 110],
            [-240, 0],
            [-246, -110],
            [-190, -170],
            [-120, -180],
          ],
          9,
        );
        t.strands(
          [
            [
              [-80, -140],
              [-180, -120],
              [-220, -20],
              [-190, 80],
            ],
            [
              [-70, -100],
              [-150, -80],
              [-180, 0],
              [-160, 70],
            ],
            [
              [-60, -60],
              [-110, -40],
              [-130, 20],
              [-116, 70],
            ],
          ],
          10,
          true,
        );
        t.strands(
          [
            [
              [110, -270],
              [10, -296],
              [-90, -262],
            ],
          ],
          9,
        );
        t.shape(
          [
            [222, 62],
            [150, 70],
            [120, 110],
            [150, 106],
            [206, 92],
          ],
          7,
        );
        t.colour(
          h.poly(
            t.at([
              [40, 360],
              [150, 440],
              [90, 600],
              [0, 450],
            ]),
          ),
          true,
        );
        t.key.print(
          h.poly(
            t.at([
              [60, 404],
              [116, 424],
              [104, 452],
              [62, 440],
            ]),
          ),
          h.poly(
            t.at([
              [62, 440],
              [14, 452],
              [22, 412],
              [60, 404],
            ]),
          ),
        );
      },
    },
  },
  'tove-lind': {
    ink: 'ochre',
    flip: -1,
    face: { nose: -8, tip: -6, chin: -6, lips: 2, neck: -18 },
    field: -30,
    wear: {
      draw(t) {
        // A beret, and short hair under it.
        t.shape(
          [
            [120, -190],
            [60, -120],
            [30, -60],
            [-30, -70],
            [-60, 30],
            [-120, 90],
            [-190, 60],
            [-236, -60],
            [-230, -190],
          ],
          9,
        );
        t.strands(
          [
            [
              [60, -150],
              [0, -110],
              [-60, -60],
              [-90, 40],
            ],
            [
              [-20, -150],
              [-100, -90],
              [-140, 40],
            ],
            [
              [-90, -170],
              [-170, -90],
              [-190, 30],
            ],
          ],
          11,
        );
        t.shape(
          [
            [204, -206],
            [150, -196],
            [0, -186],
            [-150, -176],
            [-262, -160],
            [-330, -230],
            [-310, -320],
            [-180, -390],
            [20, -408],
            [170, -350],
            [226, -270],
          ],
          12,
        );
        t.key.print(
          h.limb(
            t.at([
              [-40, -400],
              [-36, -440],
              [-20, -452],
            ]),
            16,
          ),
        );
        t.strands(
          [
            [
              [180, -240],
              [40, -330],
              [-120, -340],
              [-270, -270],
            ],
            [
              [170, -222],
              [30, -276],
              [-110, -280],
              [-230, -220],
            ],
          ],
          9,
        );
        const drop = h.poly(
          t.at([
            [4, 62],
            [26, 116],
            [4, 140],
            [-18, 116],
          ]),
        );
        t.colour(drop, true);
      },
    },
  },
  'yusuf-karam': {
    ink: 'rust',
    face: { nose: 3, brow: 6, chin: 4, neck: 8 },
    field: -24,
    wear: {
      draw(t) {
        crop(t, 4, 60);
        for (let i = 0; i < 16; i++)
          t.strands(
            [
              [
                [-170 + i * 19, -250 - 60 * Math.sin((i / 16) * 3)],
                [-160 + i * 19, -290 - 60 * Math.sin((i / 16) * 3)],
                [-140 + i * 19, -262 - 60 * Math.sin((i / 16) * 3)],
              ],
            ],
            8,
          );
        beard(t);
        // The strap and the camera.
        t.key.cut(
          t.line(
            [
              [-200, 420],
              [-80, 520],
              [60, 640],
            ],
            26,
          ),
        );
        t.key.cut(
          t.line(
            [
              [210, 470],
              [170, 560],
              [150, 640],
            ],
            26,
          ),
        );
      },
    },
  },
  'anna-kessler': {
    ink: 'sea',
    flip: -1,
    face: { nose: -10, tip: -4, chin: -4, slope: -4, neck: -14 },
    field: 0,
    wear: {
      draw(t) {
        // Hair drawn back into a long plait.
        crop(t, 0, 120);
        for (let i = 0; i < 7; i++) {
          const [x, y] = [-236 - i * 9 + (i % 2 ? 22 : -10), 96 + i * 62];
          t.shape(
            [
              [x - 50, y - 20],
              [x, y - 50],
              [x + 50, y - 14],
              [x + 22, y + 44],
              [x - 26, y + 42],
            ],
            9,
          );
          t.strands(
            [
              [
                [x - 26, y - 10],
                [x, y + 8],
                [x + 10, y + 34],
              ],
            ],
            8,
          );
        }
        glasses(t);
        t.shape(
          [
            [70, 270],
            [100, 350],
            [60, 420],
            [-60, 430],
            [-190, 400],
            [-200, 320],
            [-130, 250],
            [-40, 300],
          ],
          11,
        );
        t.strands(
          [0, 1, 2, 3, 4, 5, 6].map((i) => [
            [60 - i * 38, 310],
            [66 - i * 40, 360],
            [56 - i * 40, 416],
          ]),
          10,
        );
      },
    },
  },
  'pavel-dronov': {
    ink: 'ochre',
    face: { nose: 12, tip: 10, brow: 12, chin: 0, slope: 10, neck: 18 },
    field: 30,
    wear: {
      draw(t) {
        t.shape(
          [
            [-30, -190],
            [20, -110],
            [-40, -40],
            [-60, 40],
            [-120, 120],
            [-200, 110],
            [-256, 0],
            [-256, -150],
          ],
          9,
        );
        t.strands(
          [
            [
              [-60, -150],
              [-160, -110],
              [-210, 0],
              [-190, 90],
            ],
            [
              [-20, -120],
              [-110, -70],
              [-150, 20],
              [-140, 100],
            ],
          ],
          11,
          true,
        );
        beard(t, 90);
        // A wide hat.
        t.shape(
          [
            [-360, -196],
            [-200, -178],
            [0, -176],
            [180, -190],
            [330, -226],
            [350, -206],
            [220, -150],
            [20, -128],
            [-190, -134],
            [-372, -172],
          ],
          12,
        );
        t.shape(
          [
            [-232, -180],
            [-238, -300],
            [-190, -400],
            [-60, -424],
            [0, -402],
            [80, -430],
            [170, -384],
            [196, -290],
            [196, -196],
            [0, -172],
          ],
          10,
        );
        t.colour(
          h.poly(
            t.at([
              [-236, -246],
              [198, -262],
              [198, -200],
              [0, -178],
              [-234, -186],
            ]),
          ),
        );
        t.strands(
          [
            [
              [-170, -370],
              [-190, -300],
              [-200, -256],
            ],
            [
              [-110, -390],
              [-120, -320],
              [-130, -256],
            ],
            [
              [60, -400],
              [70, -330],
              [80, -270],
            ],
          ],
          9,
        );
        const pipe = [
          t.line(
            [
              [200, 112],
              [270, 130],
              [330, 170],
            ],
            18,
          ),
          h.poly(
            t.at([
              [304, 120],
              [384, 112],
              [376, 210],
              [318, 214],
            ]),
          ),
        ];
        t.shape(pipe.join(''), 9);
      },
    },
  },
  'ruta-ozol': {
    ink: 'sea',
    face: { nose: -4, chin: 2, lips: -4, neck: -8, slope: 4 },
    field: 'rings',
    wear: {
      draw(t) {
        // White hair, cut close, left in paper.
        const hair = [
          [182, -206],
          [150, -310],
          [30, -372],
          [-120, -356],
          [-236, -262],
          [-276, -110],
          [-250, 40],
          [-170, 130],
          [-120, 90],
          [-90, -10],
          [-40, -80],
          [20, -90],
          [50, -180],
          [110, -190],
        ];
        t.shape(hair, 8);
        t.colour(
          h.soft(t.at(hair.map(([x, y]) => [-40 + (x + 40) * 0.95, -110 + (y + 110) * 0.95]))),
          true,
        );
        for (let i = 0; i < 9; i++) {
          const k = 1 - i * 0.085;
          t.key.score(
            [
              h.curve(
                t.at(
                  [
                    [170, -216],
                    [40, -240 - 110 * k],
                    [-120 - 30 * k, -210 - 110 * k],
                    [-170 - 70 * k, -90],
                    [-150 - 70 * k, 60],
                  ].map(([x, y]) => [x * (0.6 + 0.4 * k) - 40 * (1 - k), y * (0.7 + 0.3 * k)]),
                ),
                14,
              ),
            ],
            { width: 10, run: [60, 200] },
          );
        }
        t.colour(h.oval(...t.at([[8, 60]])[0], 13), true);
        // A stand collar with a brooch.
        t.shape(
          [
            [60, 300],
            [110, 400],
            [40, 440],
            [-160, 420],
            [-190, 330],
            [-130, 280],
            [-40, 330],
          ],
          10,
        );
        t.colour(h.oval(...t.at([[60, 420]])[0], 22), true);
      },
    },
  },
  'samir-aziz': {
    ink: 'rust',
    flip: -1,
    face: { nose: 8, tip: 4, brow: 4, chin: 8, slope: 16, neck: 12, jaw: 4 },
    field: 0,
    wear: {
      draw(t) {
        // Bald, round glasses, short beard, collar up.
        beard(t, -14);
        t.strands(
          [
            [
              [120, -262],
              [10, -286],
              [-100, -250],
              [-180, -160],
            ],
            [
              [-200, -100],
              [-204, -40],
              [-180, 40],
            ],
          ],
          10,
        );
        glasses(t);
        t.shape(
          [
            [40, 300],
            [120, 400],
            [210, 470],
            [100, 640],
            [-10, 480],
          ],
          10,
        );
        t.shape(
          [
            [-140, 210],
            [-60, 330],
            [20, 440],
            [-40, 640],
            [-330, 640],
            [-380, 460],
            [-220, 360],
          ],
          12,
        );
        t.strands(
          [
            [
              [-150, 300],
              [-90, 400],
              [-60, 520],
            ],
            [
              [-220, 380],
              [-150, 460],
              [-120, 580],
            ],
          ],
          11,
        );
      },
    },
  },
};

export const portraits = Object.entries(people).map(([id, person]) => ({
  id,
  draw: portrait(person),
}));
