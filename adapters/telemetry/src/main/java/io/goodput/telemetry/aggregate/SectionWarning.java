package io.goodput.telemetry.aggregate;

/**
 * How near saturation a critical section is.
 *
 * @param section its name
 * @param near whether it is to be warned of: from when its utilisation reaches the saturation of its settings, until it
 *     falls below nine tenths of that
 * @param utilisation the share of the time in which somebody is inside; at 1 nothing makes it faster
 * @param waitingShare of the time spent on it, the share spent waiting
 * @param saturation what is warned at
 */
public record SectionWarning(
        String section, boolean near, double utilisation, double waitingShare, double saturation) {}
