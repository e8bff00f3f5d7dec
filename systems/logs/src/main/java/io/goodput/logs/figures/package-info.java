/**
 * What adds up: counts by outcome, errors, latencies, over intervals, re-inflated by what each record stands for. In:
 * figures of single records with their weights. Out: figures of an interval, and which intervals nobody tells of: a gap
 * is no zero.
 */
package io.goodput.logs.figures;
