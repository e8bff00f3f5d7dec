package io.goodput.telemetry.text;

/**
 * Which objects and arrays of a record are open, and which of them are silent, since there was no room: nothing within
 * one is written any more.
 */
final class Nesting {
    /** How deep a record goes. */
    static final int MOST = 16;

    /** Where an overflow is mended: at a field of the record, or at a member or an element of such a field. */
    private static final int MENDED = 2;

    private final boolean[] object = new boolean[MOST + 1];
    private final int[] start = new int[MOST + 1];
    /** Nothing more is written within. */
    private final boolean[] silent = new boolean[MOST + 1];
    /** Its own beginning and end are not there either. */
    private final boolean[] absent = new boolean[MOST + 1];

    private int depth;

    void clear() {
        depth = 0;
        silent[0] = false;
        absent[0] = false;
    }

    /** How many objects and arrays are open; the record itself is the first. */
    int depth() {
        return depth;
    }

    boolean isSilent() {
        return silent[depth];
    }

    boolean isObject() {
        return object[depth] && depth > 0;
    }

    void open(boolean isObject) {
        push(isObject, false);
    }

    void openSilent(boolean isObject) {
        push(isObject, true);
    }

    /** Answers whether its end is to be written. */
    boolean close(boolean isObject) {
        if (depth == 0 || object[depth] != isObject) {
            throw new IllegalStateException("No " + (isObject ? "object" : "array") + " is open.");
        }
        return !absent[depth--];
    }

    /** Here a member or an element of what is open begins. */
    void start(int position) {
        start[depth] = position;
    }

    /** Where the member or element that is being written begins. */
    int started() {
        return start[depth];
    }

    /** The depth at which an overflow of what was begun last is mended. */
    int mended() {
        return Math.min(depth, MENDED);
    }

    /** There is no room for what was begun last: answers where the record ends before it. */
    int overflow() {
        int mended = mended();
        if (depth >= MENDED) {
            silent[MENDED] = true;
        }
        for (int inner = MENDED + 1; inner <= depth; inner++) {
            silent[inner] = true;
            absent[inner] = true;
        }
        return start[mended];
    }

    private void push(boolean isObject, boolean hidden) {
        if (depth == MOST) {
            throw new IllegalStateException("A record is at most " + MOST + " deep.");
        }
        depth++;
        object[depth] = isObject;
        silent[depth] = hidden;
        absent[depth] = hidden;
    }
}
