package io.goodput.telemetry.record;

import java.util.Locale;

/** Why a record that was due is in no file. */
public enum Drop {
    /** The hand-over holds as many bytes as it may. */
    QUEUE_FULL,
    /** It could not be cut to the size of a record. */
    TOO_LARGE,
    /** Writing its fields failed: a bug. */
    ENCODING,
    /** The disk is full, or nearly so. */
    DISK,
    /** The folder is gone, cannot be written to, or does not answer. */
    FOLDER,
    /** The writer was closed. */
    CLOSED;

    /** As in a record: {@code queue_full}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
