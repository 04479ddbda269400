/** The mark: a G cut through by a lighthouse and its beam. Paths only, no fonts. */
import sharp from 'sharp';

const ink = '#1d2a3a';
const light = '#d19a3c';
const paper = '#f6efe1';

/** The mark on a 100-unit square; `ground` is what shows through the cuts. */
function mark(ground) {
  return (
    `<path fill="${ink}" d="M50 4C24 4 4 24 4 50s20 46 46 46c17 0 31-7 42-20V46H66v16h8v7c-6 7-14 10-24 10-17 0-28-12-28-29s11-29 28-29c9 0 16 3 22 9l13-13C76 8 64 4 50 4Z"/>` +
    `<path fill="${ground}" d="M36 100 41 37h-3v-7h4v-9l8-9 8 9v9h4v7h-3l5 63Z"/>` +
    `<path fill="${ink}" d="m40 96 4-56h12l4 56Z"/>` +
    `<path fill="${ground}" d="m43 54-1 11h16l-1-11ZM41.300 77l-.900 11h19.200l-.900-11Z"/>` +
    `<path fill="${ink}" d="M40 33h20v4H40ZM44 22l6-7 6 7Z"/>` +
    `<path fill="${light}" d="M45 23h10v9H45Z"/>` +
    `<path fill="${light}" d="m57 25 43-13v31L57 30Z"/>`
  );
}

/** 512 × 512, on paper. */
export function icon() {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="-7 -7 114 114">` +
    `<rect x="-7" y="-7" width="114" height="114" fill="${paper}"/>${mark(paper)}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
}

/** The mark for publishers' logos, on white or nothing. */
export function logo() {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" width="60" height="60"><g transform="translate(2 2) scale(.56)">${mark('#fff')}</g></svg>\n`;
}
