package io.goodput.telemetry.aggregate;

import java.util.List;

/**
 * What series take, and what found no room.
 *
 * @param series how many there are
 * @param mostSeries how many there may be
 * @param bytes of memory that they take, roughly
 * @param mostBytes that they may take
 * @param refused how often a new one was refused
 * @param refusedNames the first {@value SeriesRegistry#MOST_NAMED} of those
 * @param uncounted things told to series that were refused
 * @param lostIntervals of series for which there was no room in place of older ones
 */
public record RegistryState(
        int series,
        int mostSeries,
        long bytes,
        long mostBytes,
        long refused,
        List<String> refusedNames,
        long uncounted,
        long lostIntervals) {
    /** Of such figures. */
    public RegistryState {
        refusedNames = List.copyOf(refusedNames);
    }
}
