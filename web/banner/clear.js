// What the page focuses must not lie under the banner (WCAG 2.2, 2.4.11). Three means, from soft to sure: a scroll padding, so that the
// browser's own scrolling stops short of the banner; a scroll of ours, with room added at the page's end; and, for what can't
// be scrolled clear (a fixed chat button), the banner steps over to the other edge while that has the focus.

/** Keeps the page clear of `element`, a fixed box, by scrolling and by `rules`, a style sheet of the page's; answers what ends it. */
export function keepClear(element, rules) {
  let room = 0;
  const atTop = () => element.dataset.position.startsWith("top");
  const covering = () => /box|bar|sheet/.test(element.dataset.layout);

  const pad = () => {
    const { height } = element.getBoundingClientRect();
    if (!covering()) room = 0;
    const edge = atTop() ? "top" : "bottom";
    rules.replaceSync(covering() && height ? `html{scroll-padding-${edge}:${height + 24}px;padding-${edge}:${room}px}` : "");
  };
  const size = new ResizeObserver(pad);

  function focused(event) {
    const target = event.composedPath()[0];
    if (element.contains(event.target) || element.dataset.layout === "inline") return;
    requestAnimationFrame(() => {
      element.removeAttribute("data-away");
      const overlap = () => {
        const box = element.getBoundingClientRect();
        const seen = target.getBoundingClientRect();
        if (seen.height > innerHeight - box.height || !box.height) return 0;
        if (seen.right <= box.left || seen.left >= box.right || seen.bottom <= box.top || seen.top >= box.bottom) return 0;
        return atTop() ? seen.top - box.bottom - 8 : seen.bottom - box.top + 8;
      };
      const by = overlap();
      if (!by) return;
      const { scrollHeight, clientHeight, scrollTop } = document.scrollingElement;
      const missing = atTop() ? -by - scrollTop : by + scrollTop + clientHeight - scrollHeight;
      if (covering() && missing > 0) { room += missing; pad(); }
      scrollBy({ top: by, behavior: "instant" });
      if (overlap()) element.setAttribute("data-away", "");
    });
  }

  size.observe(element);
  addEventListener("focusin", focused);
  return () => {
    size.disconnect();
    removeEventListener("focusin", focused);
  };
}
