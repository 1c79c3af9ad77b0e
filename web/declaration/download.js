// The declaration as files to take away: the list as CSV (RFC 4180), the whole as JSON.
const cell = value => /[",\r\n]/.test(value) || /^[=+\-@]/.test(value) ? `"${(/^[=+\-@]/.test(value) ? `'${value}` : value).replace(/"/g, '""')}"` : value;

/** rows: arrays of texts, the first is the head. A cell that a spreadsheet would run as a formula is made plain text. */
export const csv = rows => rows.map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';

/** Hands a text to the visitor as a file. */
export const save = (name, type, text) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
