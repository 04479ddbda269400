/** The part of harfbuzzjs 0.10 that the cards use; the package has no types of its own. */
declare module 'harfbuzzjs' {
  export interface ShapedGlyph {
    /** Glyph; 0 is the font's sign for a missing one. */
    g: number;
    /** Index in the text of the cluster's first UTF-16 unit. */
    cl: number;
    /** Advance, in font units. */
    ax: number;
  }
  export interface Buffer {
    addText(text: string): void;
    guessSegmentProperties(): void;
    setDirection(direction: 'ltr' | 'rtl'): void;
    json(): ShapedGlyph[];
    destroy(): void;
  }
  export interface Blob {
    destroy(): void;
  }
  export interface Face {
    readonly upem: number;
    collectUnicodes(): Uint32Array;
    destroy(): void;
  }
  export interface Font {
    setScale(x: number, y: number): void;
    hExtents(): { ascender: number; descender: number; lineGap: number };
  }
  export interface HarfBuzz {
    createBlob(bytes: Uint8Array): Blob;
    createFace(blob: Blob, index: number): Face;
    createFont(face: Face): Font;
    createBuffer(): Buffer;
    shape(font: Font, buffer: Buffer, features?: string): void;
  }
}
