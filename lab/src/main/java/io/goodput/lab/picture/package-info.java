/**
 * Results as SVG pictures, each a file of its own that reads on light and on dark ground.
 *
 * <p>In: the result of a scenario or of a sweep. Out: file names and SVG; the same result always gives the same bytes.
 */
package io.goodput.lab.picture;
