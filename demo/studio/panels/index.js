// The panels, in the order of the rail.
import { design } from "./design.js";
import { words } from "./words.js";
import { policy } from "./policy.js";
import { checks } from "./checks.js";
import { exporting } from "./export.js";

export const panels = [design, words, policy, checks, exporting];
