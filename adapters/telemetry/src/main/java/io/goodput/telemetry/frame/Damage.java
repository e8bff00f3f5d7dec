package io.goodput.telemetry.frame;

/**
 * What could not be read of a file, as far as it was read.
 *
 * @param torn whether it ends within a frame: its writer was killed, or is still at it
 * @param places how many frames, or rows of them, are damaged; a torn end is none of them
 * @param records how many records were lost, as far as heads tell: a damaged head, and an end torn within one, tell
 *     none
 * @param bytes how many bytes were skipped, those of the torn end included
 * @param locked how many frames are whole, but not opened by the key that was given
 */
public record Damage(boolean torn, long places, long records, long bytes, long locked) {
    /** None. */
    public static final Damage NONE = new Damage(false, 0, 0, 0, 0);

    /** That of several files. */
    public Damage plus(Damage other) {
        return new Damage(
                torn || other.torn,
                places + other.places,
                records + other.records,
                bytes + other.bytes,
                locked + other.locked);
    }
}
