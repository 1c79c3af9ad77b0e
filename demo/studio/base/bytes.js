// Text and bytes for links and files.

export const base64url = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
export const fromBase64url = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
/** Raw DEFLATE (RFC 1951). */
export const deflate = (bytes) => through(bytes, new CompressionStream("deflate-raw"));
/** Rejects on bytes that are no DEFLATE stream. */
export const inflate = (bytes) => through(bytes, new DecompressionStream("deflate-raw"));
