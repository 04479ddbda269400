/** Where fields stand of which there is a warning across files: so that no file is read for it. */
import type { DatabaseSync } from 'node:sqlite';
import type { Place } from '../reader.ts';
import type { KnownPlaces } from '../suspects.ts';

/** The places that are known; those that are not asked for are forgotten when it is saved. */
export function knownPlaces(db: DatabaseSync): KnownPlaces & { save(): void } {
  const rows = db.prepare('SELECT key, place FROM places').all() as {
    key: string;
    place: string;
  }[];
  const known = new Map(rows.map(({ key, place }) => [key, place]));
  const used = new Map<string, Place>();
  return {
    get(key) {
      let place = used.get(key);
      const text = known.get(key);
      if (place === undefined && text !== undefined) {
        used.set(key, (place = JSON.parse(text) as Place));
      }
      return place;
    },
    set(key, place) {
      used.set(key, place);
    },
    save() {
      const add = db.prepare('INSERT INTO places VALUES (?, ?)');
      const drop = db.prepare('DELETE FROM places WHERE key = ?');
      for (const key of known.keys()) if (!used.has(key)) drop.run(key);
      for (const [key, place] of used) if (!known.has(key)) add.run(key, JSON.stringify(place));
    },
  };
}
