/** What a tool is to the comparison. */
import type { Plan } from '../archive/plan.ts';
import type { Furniture } from './furniture.ts';

/** What a project is made from. */
export interface Order {
  /** An empty folder for the project. */
  folder: string;
  plan: Plan;
  /** The content folder of the press, with the archive in it. */
  archive: string;
  furniture: Furniture;
}

/** A program with what it is started with. */
export interface Command {
  command: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
}

/** A project that can be built, again and again. */
export interface Project {
  build: Command;
  /** The same without the help of other processes, for a tool that uses several. */
  oneProcess?: Command;
  /** The folder that it prints into. */
  out: string;
  /** Deletes what was printed and everything that was kept for the next time. */
  clean: () => void;
  /** Adds the story of that number, counted from 1, to what is built. */
  addStory: (more: number) => void;
  /** What the tool itself says of the last build, where it does. */
  report?: () => { pages: number; files: number } | undefined;
}

/** A tool that prints a paper. */
export interface Tool {
  id: string;
  /** As people call it. */
  title: string;
  /** The version that is installed, or undefined where there is none. */
  version: () => string | undefined;
  /** Makes the project and installs what it needs; not measured. */
  prepare: (order: Order) => Project;
}
