/**
 * What pictures are drawn with: axes, curves, colours, panels, and SVG itself.
 *
 * <p>In: what a variant did over time. Out: pieces of an SVG document, for a picture of its own or as a part of a page.
 */
package io.goodput.lab.drawing;
