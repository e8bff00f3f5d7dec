/**
 * Pictures as data: shapes with a kind, which a style sheet colours, and text, which stays text. In: timelines and
 * maps. Out: shapes, that a file writes as SVG and a page builds element by element, so that no text of a record is
 * ever read as markup.
 */
package io.goodput.logs.drawing;
