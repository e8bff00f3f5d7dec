/**
 * Claims: what a scenario says of its own figures, and whether it is true.
 *
 * <p>In: a comparison such as {@code goodput(budget) within 2% of 40/s}, and what the variants did. Out: holds or
 * fails.
 */
package io.goodput.lab.claim;
