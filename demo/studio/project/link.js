// A project as a link: its JSON, deflated, in the part of an address that browsers never send to a server.
import { base64url, deflate, fromBase64url, inflate } from "../base/bytes.js";
import { readProject } from "./store.js";

const MARK = "#p1=";

/** Resolves with the hash, "#" included. */
export const hashOf = async (project) => MARK + base64url(await deflate(new TextEncoder().encode(JSON.stringify(project))));

/** Resolves with the project of such a hash; with null when there is none in it. */
export async function projectOf(hash) {
  if (!hash.startsWith(MARK)) return null;
  try {
    return readProject(JSON.parse(new TextDecoder().decode(await inflate(fromBase64url(hash.slice(MARK.length))))));
  } catch {
    return null; // cut short in a mail, or not ours
  }
}
