/** Says before an upload whether a host will take the edition. */
import { nearest } from '../../problems.ts';
import { UsageError } from '../usage-error.ts';
import { HOSTS } from './hosts.ts';
import type { HostLimits, HostName } from './hosts.ts';
import type { EditionSize } from './measure.ts';

/** One number of the edition against the limit of a host. */
export interface Finding {
  what: string;
  value: number;
  limit: number | undefined;
  unit: 'count' | 'bytes';
  /** Where it is, for what is in one place. */
  address?: string;
  fits: boolean;
}

/** Throws a UsageError for a host that is not known. */
export function hostNamed(name: string): HostLimits {
  if (isHost(name)) return HOSTS[name];
  const names = Object.keys(HOSTS);
  const close = nearest(name, names);
  const meant = close === undefined ? '' : ` Did you mean ${close}?`;
  throw new UsageError(
    `doctor: "${name}" is no host that is known.${meant}\nKnown are: ${names.join(', ')}.`,
  );
}

function isHost(name: string): name is HostName {
  return Object.hasOwn(HOSTS, name);
}

/** Compares an edition with what a host bears. */
export function examine(size: EditionSize, host: HostLimits): Finding[] {
  const finding = (
    what: string,
    value: number,
    limit: number | undefined,
    unit: Finding['unit'] = 'count',
    address?: string,
  ): Finding => ({
    what,
    value,
    limit,
    unit,
    ...(address === undefined ? {} : { address }),
    fits: limit === undefined || value <= limit,
  });
  return [
    finding('files', size.files, host.files),
    finding('files and folders', size.files + size.folders, host.entries),
    finding('size of the edition', size.bytes, host.bytes, 'bytes'),
    finding(
      'files in the largest folder',
      size.largestFolder.files,
      host.filesInFolder,
      'count',
      size.largestFolder.address,
    ),
    finding(
      'size of the largest file',
      size.largestFile.bytes,
      host.bytesOfFile,
      'bytes',
      size.largestFile.address,
    ),
  ];
}

/** The findings as text, with what to do about those that do not fit. */
export function formatExamination(size: EditionSize, host: HostLimits): string {
  const findings = examine(size, host);
  const plan = host.plan === undefined ? '' : `, plan ${host.plan}`;
  const lines = findings.map(({ what, value, limit, unit, address, fits }) => {
    const bound = limit === undefined ? 'no limit known' : `at most ${amount(limit, unit)}`;
    const place = address === undefined || address === '/' ? '' : `  ${address}`;
    return `  ${fits ? 'ok ' : 'NO '} ${what}: ${amount(value, unit)} (${bound})${place}`;
  });
  const failed = findings.some(({ fits }) => !fits);
  return [
    `${host.name}${plan}`,
    ...lines,
    ...(host.note === undefined ? [] : [`  ${host.note}`]),
    `  Limits as of ${host.checked}: ${host.source}`,
    failed ? advice(size, host) : 'The edition fits.',
    '',
  ].join('\n');
}

/** What brings an edition that is too large into the limits. */
function advice(size: EditionSize, host: HostLimits): string {
  const { cards } = size;
  if (cards.files === 0) {
    return 'The edition does not fit. Take a host without such limits (s3, r2, nginx).';
  }
  const slim: EditionSize = {
    ...size,
    files: size.files - cards.files,
    bytes: size.bytes - cards.bytes,
  };
  const helps = examine(slim, host).every(({ what, fits }) => fits || /folder|largest/.test(what));
  const share = `The drawn cards are ${amount(cards.files, 'count')} files of ${amount(cards.bytes, 'bytes')}`;
  return helps
    ? `The edition does not fit. ${share}; without one for each story it would:\n` +
        '  write `cards: sections` (or `without-picture`, or `none`) in content/publication.yaml'
    : `The edition does not fit. ${share}, and it would not fit without them:\n` +
        '  take a host without such limits (s3, r2, nginx)';
}

function amount(value: number, unit: Finding['unit']): string {
  if (unit === 'count') return value.toLocaleString('en');
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = value === 0 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
  return `${Number((value / 1000 ** power).toPrecision(3))} ${units[power] ?? ''}`;
}
