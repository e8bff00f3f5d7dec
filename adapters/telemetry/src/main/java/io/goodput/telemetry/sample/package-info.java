/**
 * Which records are written. All that is slow, failed, shed or the first of its kind is, with a weight of 1; of the
 * rest, so many traces of each operation in each interval, with a weight that makes up for those left out.
 *
 * <p>In: units of work as they end, and the time. Out: those to be written, with why and for how many they stand; the
 * others are released and counted. After "Instrumenting distributed systems for operational visibility" (Amazon
 * Builders' Library).
 */
package io.goodput.telemetry.sample;
