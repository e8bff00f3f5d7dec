/**
 * uPlot, for pages that carry their charts inside and ask no network for anything. Out: its script, its style and its
 * licence, as text.
 */
package io.goodput.uplot;
