/** What hosts of static files bear, as their own documentation says. */

const KB = 1000;
const MB = 1000 * KB;
const GB = 1000 * MB;
const MIB = 1024 * 1024;

/** What a host bears. What is undefined has no limit that is known. */
export interface HostLimits {
  name: string;
  /** Which of the host's plans is meant, where plans differ. */
  plan?: string;
  files?: number;
  /** Files and folders together. */
  entries?: number;
  /** Of the whole edition. */
  bytes?: number;
  filesInFolder?: number;
  bytesOfFile?: number;
  /** What the numbers do not say. */
  note?: string;
  /** Where the limits are documented. */
  source: string;
  /** When the documentation was last compared: yyyy-mm-dd. */
  checked: string;
}

const CHECKED = '2026-11-22';

/** Hosts by the name that `doctor --host` takes. */
export const HOSTS = {
  'azure-free': {
    name: 'Azure Static Web Apps',
    plan: 'Free',
    files: 15_000,
    bytes: 250 * MB,
    source: 'https://learn.microsoft.com/azure/static-web-apps/quotas',
    checked: CHECKED,
  },
  azure: {
    name: 'Azure Static Web Apps',
    plan: 'Standard',
    files: 15_000,
    bytes: 500 * MB,
    source: 'https://learn.microsoft.com/azure/static-web-apps/quotas',
    checked: CHECKED,
  },
  'cloudflare-free': {
    name: 'Cloudflare Pages and Workers',
    plan: 'Free',
    files: 20_000,
    bytesOfFile: 25 * MIB,
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
    checked: CHECKED,
  },
  cloudflare: {
    name: 'Cloudflare Pages and Workers',
    plan: 'paid',
    files: 100_000,
    bytesOfFile: 25 * MIB,
    note: 'Pages wants PAGES_WRANGLER_MAJOR_VERSION=4 for more than 20,000 files.',
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
    checked: CHECKED,
  },
  github: {
    name: 'GitHub Pages',
    bytes: GB,
    bytesOfFile: 100 * MIB,
    note: 'A deployment that takes longer than 10 minutes is given up; many small files take long.',
    source: 'https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits',
    checked: CHECKED,
  },
  gitlab: {
    name: 'GitLab Pages on gitlab.com',
    entries: 200_000,
    bytes: GB,
    source: 'https://docs.gitlab.com/user/gitlab_com/#gitlab-pages',
    checked: CHECKED,
  },
  ipfs: {
    name: 'IPFS',
    note: 'Folders of very many files are slow to list; ours hold at most some thousand.',
    source: 'https://docs.ipfs.tech/concepts/file-systems/',
    checked: CHECKED,
  },
  netlify: {
    name: 'Netlify',
    filesInFolder: 54_000,
    source: 'https://docs.netlify.com/deploy/create-deploys/',
    checked: CHECKED,
  },
  nginx: {
    name: 'A server of your own (nginx, Apache, Caddy)',
    source: 'https://nginx.org/en/docs/',
    checked: CHECKED,
  },
  r2: {
    name: 'Cloudflare R2',
    bytesOfFile: 5 * 1000 * GB,
    source: 'https://developers.cloudflare.com/r2/platform/limits/',
    checked: CHECKED,
  },
  s3: {
    name: 'Amazon S3',
    bytesOfFile: 50 * 1000 * GB,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingObjects.html',
    checked: CHECKED,
  },
  vercel: {
    name: 'Vercel',
    files: 15_000,
    note: 'More files go up as one archive: vercel deploy --archive=tgz.',
    source: 'https://vercel.com/docs/limits',
    checked: CHECKED,
  },
} as const satisfies Record<string, HostLimits>;

/** The name of a host that is known. */
export type HostName = keyof typeof HOSTS;
