package io.goodput.telemetry.text;

import io.goodput.telemetry.record.FieldWriter;

/**
 * Makes the bytes of one record after the other, in a buffer of its own. {@link #begin}, the fields, {@link #end}; then
 * the bytes are read before the next begins. Not thread-safe.
 */
public interface RecordEncoder extends FieldWriter {
    /** The most bytes that a record has. */
    int MOST_BYTES = 16 * 1024;

    /** The most bytes that a value of text has as it is written, escapes included. */
    int MOST_TEXT_BYTES = 1024;

    /** Forgets the record before, ended or not. */
    void begin();

    /**
     * Multiplies the {@code weight} of the next record: it stands for others that were left out after it was weighed.
     * From {@link #begin} on it is 1.
     */
    void weigh(double factor);

    /**
     * Ends the record.
     *
     * @return how many bytes it has, from the first of {@link #bytes()} on
     * @throws IllegalStateException if an object or an array in it was not ended
     */
    int end();

    /** The buffer: good until the next record begins. */
    byte[] bytes();
}
