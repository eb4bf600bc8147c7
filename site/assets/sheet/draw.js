// Draws a path of the kit program.

const svg = "http://www.w3.org/2000/svg";

/** draw returns an SVG element with a path on a ground of width × height units. */
export function draw(path, width, height) {
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
  drawing.setAttribute("preserveAspectRatio", width === height ? "xMidYMid" : "none");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(document.createElementNS(svg, "path"));
  drawing.firstChild.setAttribute("d", path);
  return drawing;
}
