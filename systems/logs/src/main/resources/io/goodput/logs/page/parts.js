'use strict';
// Builds elements from data. Text is only ever text: nothing here takes markup.
const SVG = 'http://www.w3.org/2000/svg';
function el(name, kind, text) {
  const node = document.createElement(name);
  if (kind) node.className = kind;
  if (text !== undefined) node.textContent = text;
  return node;
}
function within(node, ...inner) {
  node.append(...inner);
  return node;
}
function shape(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
function part(data) {
  if (data.in) {
    const group = shape('g', { class: data.k });
    if (data.title) {
      const title = shape('title', {});
      title.textContent = data.title;
      group.append(title);
    }
    group.append(...data.in.map(part));
    return group;
  }
  if (data.r) return shape('rect', { class: data.k, x: data.r[0], y: data.r[1], width: data.r[2], height: data.r[3] });
  if (data.d) return shape('path', { class: data.k, d: data.d });
  const text = shape('text', { class: data.k, x: data.t[0], y: data.t[1] });
  text.textContent = data.s;
  return text;
}
function drawing(data) {
  const size = data.stretches ? { preserveAspectRatio: 'none' } : { width: data.w, height: data.h };
  const svg = shape('svg', { viewBox: `0 0 ${data.w} ${data.h}`, role: 'img', 'aria-label': data.label, ...size });
  svg.append(...data.shapes.map(part));
  return svg;
}
function list(kind, texts) {
  return within(el('ul', kind), ...texts.map((text) => el('li', '', text)));
}
