/** Whether file managers leave behind what has this name; it is neither read nor printed. */
export function isLitter(name: string): boolean {
  return /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
}
