import { printable } from '../../problems.ts';
import type { TakedownPlan } from './plan.ts';
import type { Step } from './step.ts';

/** The plan as lines for a terminal. */
export function formatTakedown(plan: TakedownPlan, dryRun: boolean): string {
  const lines = (steps: readonly Step[]) =>
    steps
      .map(({ file, line, what }) => {
        const place = line === undefined ? file : `${file}:${line}`;
        return `  ${printable(place, 400)}\n      ${printable(what, 160)}\n`;
      })
      .join('');
  const headline = printable(plan.headline);
  const files = plan.gone.length + plan.texts.size;
  const left = plan.notes.length === 0 ? '' : `\nLeft to you:\n\n${lines(plan.notes)}`;
  if (dryRun) {
    return (
      `Would take down ${plan.path}, “${headline}”:\n\n${lines(plan.changes)}${left}\n` +
      'Nothing was changed.\n'
    );
  }
  return (
    `Took down ${plan.path}, “${headline}” (${files} files):\n\n${lines(plan.changes)}${left}\n` +
    `If it was published, the printed edition still has it, at ${plan.address}.\n` +
    'Print it again (npm run build) and upload it so that what is gone is deleted there. That build\n' +
    'also drops its pictures and its card from what the press keeps. A repository keeps the story in\n' +
    'its history.\n'
  );
}
