package io.goodput.telemetry.file;

import java.util.Locale;

/** What a writer still writes. */
public enum WriterMode {
    /** All that it is given. */
    ALL,
    /** Errors, and of the rest a share of the traces, weighed accordingly: the disk is getting full. */
    SAMPLED,
    /** Errors only: the disk is nearly full. */
    ERRORS,
    /** The account of what is lost, and no more: the disk is full but for a rest. */
    COUNTS,
    /** Nothing: the folder is gone, cannot be written to, or does not answer. */
    OFF;

    /** As in a record: {@code sampled}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
