"""Contrast of text on the page, measured in the browser."""

from __future__ import annotations

from playwright.sync_api import Locator

_MEASURE = """
(root, selector) => {
  const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (channels) => {
    const [r, g, b] = channels.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at && at !== root.parentNode; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba(getComputedStyle(root).getPropertyValue("--st-background-color"));
  };
  const ratio = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  return [...root.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility() && element.textContent.trim())
    .map((element) =>
      [element.textContent.trim(), ratio(rgba(getComputedStyle(element).color), behind(element))]);
}
"""


def contrasts(root: Locator, selector: str) -> list[tuple[str, float]]:
    """Return each visible text in ``root`` that ``selector`` matches, with its contrast (1 to 21).

    Formula: WCAG 2.2, definition of contrast ratio. Text is taken to stand on the nearest opaque
    background inside ``root``, else on the page's.
    """
    return [(text, ratio) for text, ratio in root.evaluate(_MEASURE, selector)]
