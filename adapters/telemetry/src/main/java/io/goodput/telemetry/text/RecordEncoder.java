package io.goodput.telemetry.text;

import io.goodput.telemetry.record.FieldWriter;

/**
 * Makes the bytes of one record after the other, in a buffer of its own. {@link #begin}, the fields, {@link #end}; then
 * the bytes are read before the next begins. Not thread-safe.
 */
public interface RecordEncoder extends FieldWriter {
    /** The most bytes that a record has, with whatever stands before it on its account. */
    int MOST_BYTES = 16 * 1024;

    /**
     * The most bytes that a value of text has as JSON writes it, escapes included; other formats leave the same of it.
     */
    int MOST_TEXT_BYTES = 1024;

    /**
     * The next record is the first of a frame, which stands alone: nothing that was written before is known to whoever
     * reads it. So it is at first.
     */
    void beginFrame();

    /**
     * Forgets the record before, ended or not. One that was ended is in the frame, unless another frame is begun first.
     */
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
