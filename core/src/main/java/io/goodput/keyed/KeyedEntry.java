package io.goodput.keyed;

import org.jspecify.annotations.Nullable;

/** A key and its state, and how much it is in use. */
final class KeyedEntry<S> {
    /** Uses beyond this are not counted, so that a key in steady use is only read. */
    private static final int MOST_USES = 3;

    /** The next in its {@link EntryQueue}. */
    @Nullable KeyedEntry<S> next;

    private final Object key;
    private volatile S state;

    /** Uses since the hand came by. Two threads may count as one, which is near enough. */
    private volatile int uses;

    private volatile long lastUse;

    KeyedEntry(Object key, S state, long now) {
        this.key = key;
        this.state = state;
        this.lastUse = now;
    }

    Object key() {
        return key;
    }

    S state() {
        return state;
    }

    /** The entry of a key that starts anew. */
    void renew(S state, long now) {
        this.state = state;
        lastUse = now;
        uses = 0;
    }

    void use() {
        int counted = uses;
        if (counted < MOST_USES) {
            uses = counted + 1;
        }
    }

    /** One less; false if there was none. */
    boolean forgetUse() {
        int counted = uses;
        if (counted == 0) {
            return false;
        }
        uses = counted - 1;
        return true;
    }

    void forgetUses() {
        uses = 0;
    }

    long lastUse() {
        return lastUse;
    }

    void lastUse(long now) {
        lastUse = now;
    }
}
