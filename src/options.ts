/**
 * What one run of the press was asked for. The values travel in environment variables, because the
 * command line, Astro's configuration and the compiled layouts are separate module graphs.
 */
import path from 'node:path';

/** The options of a run. Folders are absolute. */
export interface PressOptions {
  /** The root of the project. */
  root: string;
  /** The newspaper: `--content`. */
  content: string;
  /** Where the edition ends up: `--out`. */
  out: string;
  /** Files passed through as they are. */
  public: string;
  /**
   * What is kept between runs: the index of the archive with what is not published yet, drawn cards,
   * made pictures. Private, may be deleted.
   */
  state: string;
  /** The moment that decides what is published, in milliseconds since 1970: `--at`. */
  at: number;
  /** `preview` also shows drafts and embargoed stories, marked; `edition` never does. */
  mode: 'edition' | 'preview';
}

const NAMES = {
  root: 'BROADSHEET_ROOT',
  content: 'BROADSHEET_CONTENT',
  out: 'BROADSHEET_OUT',
  public: 'BROADSHEET_PUBLIC',
  state: 'BROADSHEET_STATE',
  at: 'BROADSHEET_AT',
  mode: 'BROADSHEET_MODE',
} as const;

/** Hands options to everything that runs in this process and its children. */
export function handOnOptions(options: Partial<PressOptions>): void {
  for (const [name, value] of Object.entries(options)) {
    process.env[NAMES[name as keyof PressOptions]] = String(value);
  }
}

/** The options of this run, with their defaults. The moment, once asked for, stays the same. */
export function pressOptions(): PressOptions {
  const given = (name: keyof PressOptions) => {
    const value = process.env[NAMES[name]];
    return value === undefined || value === '' ? undefined : value;
  };
  const root = path.resolve(given('root') ?? process.cwd());
  const inRoot = (name: 'content' | 'out' | 'public' | 'state', usual: string) =>
    path.resolve(root, given(name) ?? usual);
  if (given('at') === undefined) handOnOptions({ at: Date.now() });
  const at = Number(given('at'));
  if (!Number.isFinite(at))
    throw new RangeError(`BROADSHEET_AT is no moment: ${given('at') ?? ''}`);
  return {
    root,
    content: inRoot('content', 'content'),
    out: inRoot('out', 'dist'),
    public: inRoot('public', 'public'),
    state: inRoot('state', '.broadsheet'),
    at,
    mode: given('mode') === 'preview' ? 'preview' : 'edition',
  };
}
