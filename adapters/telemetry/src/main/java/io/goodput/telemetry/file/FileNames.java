package io.goodput.telemetry.file;

import io.goodput.telemetry.record.RecordOrigin;
import java.util.Collection;

/**
 * Names the files of one writer so that they sort as they were written, whatever the clock does: the time in them never
 * goes back, and the number only rises.
 */
final class FileNames {
    private final RecordOrigin origin;
    private final String ending;
    private long epochMillis;
    private long number;

    FileNames(RecordOrigin origin, String ending) {
        this.origin = origin;
        this.ending = ending;
    }

    /** Files that are there, of a process of this name before this one. */
    void heed(Collection<FileName> there) {
        FileName mine = at(0, 0);
        for (FileName each : there) {
            if (each.service().equals(mine.service()) && each.instance().equals(mine.instance())) {
                epochMillis = Math.max(epochMillis, each.epochMillis());
                number = Math.max(number, each.number());
            }
        }
    }

    FileName next(long nowMillis) {
        epochMillis = Math.max(epochMillis, nowMillis);
        return at(epochMillis, ++number);
    }

    private FileName at(long millis, long which) {
        return FileName.of(origin.service(), origin.instance(), millis, which, ending);
    }
}
