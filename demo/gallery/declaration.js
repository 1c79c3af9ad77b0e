// The cookie page over a made-up visitor: declaration.html?chosen&theme=dark&mode=opt-out
const wishes = new URLSearchParams(location.search);
const data = await fetch(new URL("../../tests/fixtures/views/declaration.json", import.meta.url)).then((answer) => answer.json());
if (wishes.get("theme")) document.documentElement.dataset.theme = wishes.get("theme");

const categories = Object.fromEntries(data.categories.map(({ id, exempt }) => [id, exempt || (wishes.has("chosen") && id === "analytics")]));
const acts = [];
globalThis.assent = {
  state: () => ({ mode: wishes.get("mode") ?? "opt-in", at: wishes.has("chosen") ? Date.UTC(2026, 10, 24) / 1000 : 0, ask: !wishes.has("chosen"), id: "90e0d428d09801aa", categories }),
  show: (view) => acts.push(["show", view]),
  withdraw() {
    acts.push(["withdraw"]);
    wishes.delete("chosen");
    for (const { id, exempt } of data.categories) categories[id] = exempt;
    document.dispatchEvent(new CustomEvent("assent:change"));
  },
};
document.querySelector("assent-declaration").data = data;
globalThis.staged = { acts, data };
