/** The part of harfbuzzjs 0.10 that the cards use; the package has no types of its own. */
declare module 'harfbuzzjs' {
  export interface ShapedGlyph {
    /** Glyph; 0 is the font's sign for a missing one. */
    g: number;
    /** Index in the text of the cluster's first UTF-16 unit. */
    cl: number;
    /** Advance, in font units. */
    ax: number;
    /** Offset from where the pen stands, in font units. */
    dx: number;
    dy: number;
  }
  export interface Buffer {
    addText(text: string): void;
    setDirection(direction: 'ltr' | 'rtl'): void;
    setScript(script: string): void;
    setLanguage(language: string): void;
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
  export interface Extents {
    xBearing: number;
    yBearing: number;
    width: number;
    /** Downwards, so negative. */
    height: number;
  }
  export interface Font {
    setScale(x: number, y: number): void;
    /** `M`, `L`, `Q`, `C`, `Z` in font units, y upwards. */
    glyphToPath(glyph: number): string;
    glyphExtents(glyph: number): Extents | null;
  }
  export interface HarfBuzz {
    createBlob(bytes: Uint8Array): Blob;
    createFace(blob: Blob, index: number): Face;
    createFont(face: Face): Font;
    createBuffer(): Buffer;
    shape(font: Font, buffer: Buffer, features?: string): void;
  }
}
