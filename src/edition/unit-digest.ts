/** The digests of units. */
import { Fingerprint } from '../fingerprint.ts';
import type { StoryInputs, Unit } from './unit.ts';

/**
 * The digest of a unit: of its kind, its inputs, and so of all that they name, which tells it from
 * every other unit. A whole number of 53 bits: of two hundred thousand units hardly ever two have
 * one, in a million papers not once.
 *
 * Kinds of which a paper has many, or with many stories in each, are taken in field by field, since
 * those of every unit are asked for in every run; all others as plain data.
 */
export function digestOfUnit(unit: Unit): number {
  const print = new Fingerprint();
  print.string(unit.kind);
  switch (unit.kind) {
    case 'story':
      addStory(print, unit.inputs);
      break;
    case 'list':
    case 'month':
    case 'feed': {
      const { stories, ...head } = unit.inputs;
      print.value(head);
      print.refs(stories);
      break;
    }
    case 'month-sitemap': {
      const { stories, ...head } = unit.inputs;
      print.value(head);
      for (const { story, modified, translations, picture } of stories) {
        print.number(story.key);
        print.number(modified);
        print.refs(translations);
        print.number(picture === null ? 0 : picture.key);
      }
      break;
    }
    default:
      print.value(unit.inputs);
  }
  return print.code();
}

function addStory(
  print: Fingerprint,
  { story, translations, related, older, series, appeal }: StoryInputs,
): void {
  print.number(story.key);
  print.refs(translations);
  print.refs(related);
  print.number(older === null ? 0 : older.key);
  print.value(series);
  print.number(appeal === null ? 0 : appeal.key);
}
