// The panels, in the order of the rail.
import { design } from "./design.js";

export const panels = [design];
