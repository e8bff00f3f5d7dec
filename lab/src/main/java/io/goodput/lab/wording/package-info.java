/**
 * How results are put into words and figures, the same wherever they are read.
 *
 * <p>In: results. Out: numbers as written, tables of them, and sentences: which variants fail, what was disturbed, how
 * to run one seed again.
 */
package io.goodput.lab.wording;
