// Files in and out of the page: nothing is uploaded anywhere.

/** Offers `content` (text or Blob) as a download called `name`. */
export function download(name, content, type = "text/plain") {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Asks for a file; resolves with {name, text}, or null when the dialog is closed without one. */
export function chooseFile(accept) {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept, hidden: true });
    const done = (value) => { input.remove(); resolve(value); };
    input.addEventListener("change", async () => { const [file] = input.files; done(file ? { name: file.name, text: await file.text() } : null); });
    input.addEventListener("cancel", () => done(null));
    document.body.append(input);
    input.click();
  });
}
