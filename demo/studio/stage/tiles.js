// Many visits at once, each in a frame of its own, opened one after the other and only when they come into view.
import { createFrame } from "../preview/frame.js";

/**
 * `open(frame, spec)` opens what a tile shows. Answers {element(id), want(specs), look(change), frames()}; `want` takes [{id, title, width, height, patient, key}]: a tile is
 * opened again when its key has changed.
 */
export function makeTiles(open) {
  const tiles = new Map();
  let working = false, everything = false;
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) target.tile.visible = isIntersecting;
    work();
  }, { rootMargin: "300px" });
  const fitted = new ResizeObserver((entries) => { for (const { target } of entries) fit(target.tile); });

  function fit({ spec, room, frame }) {
    const scale = room.clientWidth / spec.width;
    if (!scale) return;
    room.style.blockSize = `${spec.height * scale}px`;
    Object.assign(frame.element.style, { inlineSize: `${spec.width}px`, blockSize: `${spec.height}px`, transform: `scale(${scale})`, transformOrigin: "0 0" });
  }

  async function work() {
    if (working) return;
    working = true;
    for (let tile; (tile = [...tiles.values()].find(({ visible, spec, shown }) => (visible || everything) && spec.key !== shown));) {
      const { key } = tile.spec;
      tile.room.dataset.busy = "";
      try { await open(tile.frame, tile.spec); } catch (error) { console.error(error); }
      tile.shown = key;
      delete tile.room.dataset.busy;
    }
    working = false;
    for (const done of waiting.splice(0)) done();
  }
  const waiting = [];

  return {
    /** The room of a tile, to be put into the page. */
    element: (id) => tiles.get(id).room,
    want(specs) {
      for (const [id, tile] of tiles) if (!specs.some((spec) => spec.id === id)) { seen.unobserve(tile.room); fitted.unobserve(tile.room); tile.frame.destroy(); tile.room.remove(); tiles.delete(id); }
      for (const spec of specs) {
        let tile = tiles.get(spec.id);
        if (!tile) {
          const room = Object.assign(document.createElement("div"), { className: "tile-room" });
          tile = { spec, room, frame: createFrame({ title: spec.title, patient: spec.patient !== false }), visible: false, shown: null };
          room.tile = tile;
          room.append(tile.frame.element);
          tiles.set(spec.id, tile);
          seen.observe(room);
          fitted.observe(room);
        }
        const resized = tile.spec.width !== spec.width || tile.spec.height !== spec.height;
        tile.spec = spec;
        if (resized) fit(tile);
      }
      work();
    },
    look(change) { for (const { frame, spec } of tiles.values()) frame.live({ ...change, ...(spec.pins && { pins: spec.pins }) }); },
    /** Opens all of them, seen or not; resolves with [{id, title, frame, spec}]. */
    async all() {
      everything = true;
      await new Promise((done) => { waiting.push(done); work(); });
      everything = false;
      return [...tiles.values()].map(({ spec, frame }) => ({ ...spec, frame }));
    },
    clear() { this.want([]); },
  };
}
