package io.goodput.logs.file;

/**
 * What of a file could not be read.
 *
 * @param tornBytes at its end, of a line or a frame that was not written to its end
 * @param damagedFrames frames elsewhere whose checksum is wrong
 * @param lostRecords how many records damaged frames held, as far as their heads tell
 * @param strangeLines lines that are no JSON object
 */
public record FileDamage(long tornBytes, long damagedFrames, long lostRecords, long strangeLines) {
    /** Of a file that could be read whole. */
    public static final FileDamage NONE = new FileDamage(0, 0, 0, 0);

    /** Whether there is nothing to tell. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Of two looks at the same file, what either saw. */
    FileDamage or(FileDamage other) {
        return new FileDamage(
                Math.max(tornBytes, other.tornBytes),
                Math.max(damagedFrames, other.damagedFrames),
                Math.max(lostRecords, other.lostRecords),
                Math.max(strangeLines, other.strangeLines));
    }
}
