// Bytes inside a script: a string literal with one character per byte. After brotli that costs 2 or 3 % over the bytes themselves, base64
// costs 33 %.

/** For wasm: turns its commonest bytes into plain characters, most of all its zeros, which would need an escape; of those keys one that packs well with the script. Text is best left as it is: key 0. */
export const WASM_KEY = 60;

/** The bytes that `literal` wrote into `text`. */
export const bytesOf = (text, key = 0) => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i) ^ key;
  return bytes;
};

const ESCAPES = { 0: '\\0', 10: '\\n', 13: '\\r', 34: '\\"', 92: '\\\\' };
const isDigit = code => code >= 48 && code <= 57;

/** The JavaScript string literal, quotes included, whose value `bytesOf` turns back into `bytes`. No `</` or `<!` stands in it. */
export const literal = (bytes, key = 0) => {
  let text = '"', before = 0;
  bytes.forEach((byte, i) => {
    const code = byte ^ key;
    if (code === 0 && i + 1 < bytes.length && isDigit(bytes[i + 1] ^ key)) text += '\\x00';
    else if (before === 60 && (code === 47 || code === 33)) text += `\\${String.fromCharCode(code)}`;
    else text += ESCAPES[code] ?? String.fromCharCode(code);
    before = code;
  });
  return `${text}"`;
};
