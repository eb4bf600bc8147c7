// Lists what was dropped, folders with all that is in them: a stick can hold
// 100,000 files.

const atOnce = 32; // files of a folder that are opened at the same time

// Files that are handed on together. The program reads the likely ones of them
// first, so they should be many; but it waits for them.
const together = 5000;

/**
 * list lists the entries or files that were dropped. It calls found with [{path, file}, …] as files are found, and count with
 * how many those are so far, and ends early when signal says so. It resolves
 * with how many files and folders could not be opened. Folders that are still to
 * be read wait in a list, so that no depth overflows.
 */
export async function list(roots, { found, count, signal }) {
  let files = [];
  let handed = 0;
  let lost = 0;
  const hand = () => {
    if (files.length === 0 || signal.aborted) return;
    found(files);
    handed += files.length;
    files = [];
  };
  const add = async (entry) => {
    try {
      const file = entry instanceof File ? entry : await new Promise((resolve, reject) => entry.file(resolve, reject));
      files.push({ path: (entry.fullPath ?? file.name).replace(/^\/+/, ""), file });
    } catch {
      lost++; // it is gone by now, or nobody may read it
    }
  };
  const addAll = async (entries) => {
    for (let i = 0; i < entries.length && !signal.aborted; i += atOnce) {
      await Promise.all(entries.slice(i, i + atOnce).map(add));
    }
    if (files.length >= together) hand();
    if (!signal.aborted) count(handed + files.length);
  };
  const folders = roots.filter(({ isDirectory }) => isDirectory);
  await addAll(roots.filter(({ isDirectory }) => !isDirectory));
  while (folders.length > 0 && !signal.aborted) {
    const reader = folders.pop().createReader();
    try {
      // A reader gives about a hundred entries at a time, and none at its end.
      for (let some; !signal.aborted && (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length > 0; ) {
        folders.push(...some.filter(({ isDirectory }) => isDirectory));
        await addAll(some.filter(({ isDirectory }) => !isDirectory));
      }
    } catch {
      lost++;
    }
  }
  hand();
  return lost;
}
