package io.goodput.telemetry.record;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where all records went since the process began. Once all work has ended and the writer has caught up, {@code begun =
 * written + sampledOut + dropped}, exactly.
 *
 * @param begun records that were due: units of work, and parts of long ones
 * @param written records in a frame that was flushed
 * @param sampledOut records that sampling left out
 * @param dropped records that were lost, by reason, zeros included
 * @param late things told to a unit that had ended
 * @param leaked units that nobody ended
 */
public record Accounting(long begun, long written, long sampledOut, Map<Drop, Long> dropped, long late, long leaked) {
    /** Of such figures. */
    public Accounting {
        dropped = Collections.unmodifiableMap(new EnumMap<>(dropped));
    }

    /** Records that were lost, for whichever reason. */
    public long allDropped() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Records that have gone nowhere yet: of work that has not ended, or on their way to a file. */
    public long open() {
        return begun - written - sampledOut - allDropped();
    }
}
