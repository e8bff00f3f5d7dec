package io.goodput.logs.file;

import io.goodput.telemetry.frame.Damage;

/**
 * What of a file could not be read.
 *
 * @param torn whether it ends within a line or a frame: its writer was killed, or is still at it
 * @param lostBytes how many bytes were left out, as they stand in the file; of text that was compressed without frames,
 *     nobody knows
 * @param places how many frames, or rows of them, are damaged
 * @param lostRecords how many records were lost, as far as is known
 * @param locked how many frames the key that was given does not open
 * @param strangeLines lines that are no JSON object, or longer than any record
 */
public record FileDamage(boolean torn, long lostBytes, long places, long lostRecords, long locked, long strangeLines) {
    /** Of a file that could be read whole. */
    public static final FileDamage NONE = new FileDamage(false, 0, 0, 0, 0, 0);

    /** Of a file of frames. */
    public static FileDamage of(Damage damage) {
        return new FileDamage(damage.torn(), damage.bytes(), damage.places(), damage.records(), damage.locked(), 0);
    }

    static FileDamage torn(long bytes) {
        return new FileDamage(true, bytes, 0, 0, 0, 0);
    }

    /** Some lines that are no records. */
    public static FileDamage strange(long lines) {
        return new FileDamage(false, 0, 0, 0, 0, lines);
    }

    /** Whether there is nothing to tell. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Of two parts of the same file. */
    FileDamage plus(FileDamage other) {
        return new FileDamage(
                torn || other.torn,
                lostBytes + other.lostBytes,
                places + other.places,
                lostRecords + other.lostRecords,
                locked + other.locked,
                strangeLines + other.strangeLines);
    }

    /** Of two looks at the same file, what either saw. */
    FileDamage or(FileDamage other) {
        return new FileDamage(
                torn || other.torn,
                Math.max(lostBytes, other.lostBytes),
                Math.max(places, other.places),
                Math.max(lostRecords, other.lostRecords),
                Math.max(locked, other.locked),
                Math.max(strangeLines, other.strangeLines));
    }
}
