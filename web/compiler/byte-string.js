// Bytes inside a script: a string literal with one character per byte. After brotli that costs 3 % over the bytes themselves, base64
// costs 33 %. The key turns the commonest bytes of a wasm file into plain characters: most of all its zeros, which would need an escape.
const KEY = 118;

/** The bytes that `literal` wrote into `text`. */
export const bytesOf = text => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i) ^ KEY;
  return bytes;
};

const ESCAPES = { 0: '\\0', 10: '\\n', 13: '\\r', 34: '\\"', 92: '\\\\' };
const isDigit = code => code >= 48 && code <= 57;

/** The JavaScript string literal, quotes included, whose value `bytesOf` turns back into `bytes`. No `</` or `<!` stands in it. */
export const literal = bytes => {
  let text = '"', before = 0;
  bytes.forEach((byte, i) => {
    const code = byte ^ KEY;
    if (code === 0 && i + 1 < bytes.length && isDigit(bytes[i + 1] ^ KEY)) text += '\\x00';
    else if (before === 60 && (code === 47 || code === 33)) text += `\\${String.fromCharCode(code)}`;
    else text += ESCAPES[code] ?? String.fromCharCode(code);
    before = code;
  });
  return `${text}"`;
};
