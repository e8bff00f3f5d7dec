/**
 * What happened, counted: series of counters, times and levels, by operation, dependency and outcome, which are never
 * mixed, in intervals of one second, ten and sixty. It costs no more than so many series and bytes; what finds no room
 * is counted, and named.
 *
 * <p>In: what happens, and the time. Out: snapshots of series, where an interval in which nothing happened is a zero,
 * and one in which the process was not there is a gap. After "Instrumenting distributed systems for operational
 * visibility" (Amazon Builders' Library).
 */
package io.goodput.telemetry.aggregate;
