// The buttons of each layer, in the order that is built in, by their field in the policy's `banner` (docs/policy.md).
export const buttons = { actions: ["accept-all", "reject-all", "preferences"], preferencesActions: ["accept-all", "reject-all", "save"] };

/** The order that `banner` gives those of a field. The preferences always have all of theirs: what the policy leaves out follows. */
export function orderOf(banner, field) {
  const named = Array.isArray(banner[field]) ? banner[field] : buttons[field];
  return field === "actions" ? named : [...new Set([...named, ...buttons[field]])];
}
