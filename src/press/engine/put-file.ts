/** Single files of the output folder, each whole at any moment. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { lookAt } from './disk.ts';

/**
 * Moves a file to its address below `folder`, in the place of whatever stands there. Where `from`
 * is no more, that has been done before.
 */
export function putFile(from: string, folder: string, address: string): void {
  if (!existsSync(from)) return;
  const target = path.join(folder, address);
  try {
    moveFile(from, target);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code))
      throw error;
    makeWay(folder, address);
    moveFile(from, target);
  }
}

/**
 * Takes away links that stand in the place of these folders: a file that is moved through one would
 * land elsewhere.
 */
export function clearWay(folder: string, folders: Iterable<string>): void {
  // Sorted, each comes after the one in which it lies.
  for (const address of [...folders].sort()) {
    const place = path.join(folder, address);
    if (address !== '/' && lookAt(place)?.isSymbolicLink() === true) unlinkSync(place);
  }
}

/** Renames a file; where that is impossible, copies it under another name and renames the copy. */
export function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const part = `${to}.${process.pid}.part`;
    copyFileSync(from, part);
    renameSync(part, to);
    unlinkSync(from);
  }
}

/** Removes a file below `folder`, or an empty folder, and all folders that are empty then. */
export function removeFile(folder: string, address: string): void {
  const target = path.join(folder, address);
  const found = lookAt(target);
  if (found?.isDirectory() === false) unlinkSync(target);
  for (let at = target; at.length > folder.length; at = path.dirname(at)) {
    if (!removeEmpty(at)) break;
  }
}

/** Whether there is no such folder now. */
function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return ['ENOENT', 'ENOTDIR'].includes(code);
  }
}

/** Makes the folders of a file. What stands in their place or in its own is of the last edition. */
function makeWay(folder: string, address: string): void {
  const parts = address.split('/').slice(1, -1);
  let place = folder;
  for (const part of parts) {
    place = path.join(place, part);
    const found = lookAt(place);
    if (found?.isDirectory() === true) continue;
    if (found !== undefined) unlinkSync(place);
    mkdirSync(place);
  }
  const target = path.join(folder, address);
  if (lookAt(target)?.isDirectory() === true) {
    rmSync(target, { recursive: true });
  }
}
