/** What somebody picked or dropped → files, those inside folders too. */

export interface Taken {
  /** With the folders it stands in. */
  name: string;
  file: File;
}

/** Folders are walked; of what is in them only JSON is taken. In the order of the names. */
export async function filesIn(picked: DataTransfer | FileList): Promise<Taken[]> {
  const found = picked instanceof DataTransfer ? await dropped(picked) : listed(picked);
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function listed(files: FileList): Taken[] {
  const all = Array.from(files);
  const inFolder = (file: File) => file.webkitRelativePath;
  return all
    .filter((file) => !inFolder(file) || isJson(file.name))
    .map((file) => ({ name: inFolder(file) || file.name, file }));
}

async function dropped(data: DataTransfer): Promise<Taken[]> {
  // The list is empty after the first wait.
  const entries = Array.from(data.items).map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = Array.from(data.files);
  const found: Taken[] = [];
  for (const [index, entry] of entries.entries()) {
    const file = files[index];
    if (entry?.isDirectory) {
      await walk(entry as FileSystemDirectoryEntry, `${entry.name}/`, found);
    } else if (file) {
      found.push({ name: file.name, file });
    }
  }
  return found;
}

async function walk(folder: FileSystemDirectoryEntry, path: string, found: Taken[]): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    // A reader hands out a hundred at a time, and none at the end.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) {
      return;
    }
    for (const entry of part) {
      if (entry.isDirectory) {
        await walk(entry as FileSystemDirectoryEntry, `${path}${entry.name}/`, found);
      } else if (isJson(entry.name)) {
        const file = await new Promise<File>((resolve, reject) =>
          (entry as FileSystemFileEntry).file(resolve, reject),
        );
        found.push({ name: path + entry.name, file });
      }
    }
  }
}

function isJson(name: string): boolean {
  return name.toLowerCase().endsWith(".json");
}
