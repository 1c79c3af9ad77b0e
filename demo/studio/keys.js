// Keys that work everywhere in the studio.
export const shortcuts = [
  ["Ctrl Z", "Take back the last step"], ["Ctrl Shift Z", "Do it again"], ["Alt 1 – 5", "Design, Words, Policy, Checks, Export"],
  ["Alt S", "Copy a link to all of this"], ["Alt P", "Go to the preview"], ["Alt D", "Preview light or dark"], ["?", "This help"],
];

export function listenKeys(app) {
  addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey, key = event.key.toLowerCase();
    const typing = event.target.closest?.("textarea, input:not([type=checkbox], [type=radio], [type=range], [type=color])");
    if (command && !event.altKey && (key === "z" || key === "y")) {
      // Inside a text being typed the field's own undo comes first, until the field is left.
      if (typing?.dataset.dirty) return;
      event.preventDefault();
      const redo = event.shiftKey || key === "y", label = redo ? app.store.redoLabel : app.store.undoLabel;
      if (!label) return;
      if (redo) app.store.redo(); else app.store.undo();
      app.say(`${redo ? "Done again" : "Taken back"}: ${label}`);
    } else if (event.altKey && !command) {
      const act = { s: app.share, p: () => app.stage.focus(), d: () => app.show({ scheme: app.ui.scheme === "dark" ? "light" : "dark" }) }[key];
      const panel = ["design", "words", "policy", "checks", "export"][Number(event.code.replace("Digit", "")) - 1];
      if (!act && !panel) return;
      event.preventDefault();
      if (panel) {
        app.show({ panel });
        requestAnimationFrame(() => document.getElementById(`tab-${panel}`)?.focus());
      } else act();
    } else if (event.key === "?" && !typing) {
      document.getElementById("help")?.showModal();
    }
  });
}
