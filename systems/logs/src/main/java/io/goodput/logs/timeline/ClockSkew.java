package io.goodput.logs.timeline;

import org.jspecify.annotations.Nullable;

/**
 * How the clock of a process differs from that of a process that asked it, as far as one trace tells: what was asked
 * for cannot begin before the attempt that asks for it, and what was answered cannot end after it.
 *
 * @param against the process that asked
 * @param least the clock is ahead by at least so many microseconds (negative: behind); null if nothing bounds it
 * @param most the clock is ahead by at most so many; null if nothing bounds it
 * @param agrees whether there is a difference that explains all that was seen; where there is none, ends are left aside
 * @param ahead by how much it was taken to be ahead of the one that asked: 0 unless that is ruled out
 * @param correction what was taken away from its times, to bring them onto the clock of the first process of the trace
 */
public record ClockSkew(
        String process,
        String against,
        @Nullable Long least,
        @Nullable Long most,
        boolean agrees,
        long ahead,
        long correction) {}
