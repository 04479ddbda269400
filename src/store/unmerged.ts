/** Two versions of a file that were never merged, in front matter and text alike. */

/** What Git writes into a file that two have changed. */
const MARK = /^(?:<{7}|>{7}|\|{7}) \S.*$/mu;
const SIGNS = ['<<<<<<<', '>>>>>>>', '|||||||'];

/** The first mark of two versions that were never merged, and where it stands. */
export function findUnmerged(text: string): { at: number; value: string } | undefined {
  // The expression tries each line, which takes twenty times as long.
  const found = SIGNS.some((sign) => text.includes(sign)) ? MARK.exec(text) : null;
  return found === null ? undefined : { at: found.index, value: found[0] };
}

/** What is said of them. */
export const UNMERGED = {
  message: 'two versions of the text stand here, which were never merged',
  mend: 'keep one of them, and take away the lines that begin with <<<<<<<, ======= and >>>>>>>',
};
