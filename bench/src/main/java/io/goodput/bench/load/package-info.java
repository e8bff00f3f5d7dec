/**
 * The load generator beside {@code wrk} and {@code h2load}: the same server, slices in turn in one run, medians of the
 * ratios. In: nothing but the machine. Out: a table.
 */
package io.goodput.bench.load;
