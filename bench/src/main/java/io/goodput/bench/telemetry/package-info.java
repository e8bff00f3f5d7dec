/**
 * What telemetry costs: units of work, counters and timers beside their peers, records on their way to a file, lines of
 * a log; and programs that run for longer than a benchmark does.
 */
@NullMarked
package io.goodput.bench.telemetry;

import org.jspecify.annotations.NullMarked;
