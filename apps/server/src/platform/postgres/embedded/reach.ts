import { lstatSync, realpathSync } from "node:fs";
import { dirname } from "node:path";

export interface User {
  uid: number;
  gid: number;
}

/** The first folder on the way to `path` that this user may not pass through, by its mode bits. */
export function closedFolder(path: string, user: User): string | undefined {
  const folders: string[] = [];
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => {
    const { mode, uid, gid } = lstatSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    return (mode & bit) === 0;
  });
}
