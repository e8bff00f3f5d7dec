package io.goodput.budget;

import io.goodput.bounds.Expected;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tokens, counted in whole microtokens so that sums are exact. It starts full, and never goes below zero or above its
 * capacity however many threads use it. Nothing comes in by itself.
 */
public final class TokenBucket {
    /** Microtokens in a token. */
    public static final long TOKEN = 1_000_000;

    private final AtomicLong tokens;
    private volatile long capacity;

    /** A full one, of so many tokens. */
    public TokenBucket(double capacity) {
        this.capacity = micro(capacity);
        this.tokens = new AtomicLong(this.capacity);
    }

    /** Tokens in microtokens. */
    public static long micro(double tokens) {
        return Math.round(tokens * TOKEN);
    }

    /** Microtokens as people write tokens: {@code 14}, {@code 0.1}. */
    public static String written(long micro) {
        return micro % TOKEN == 0 ? Long.toString(micro / TOKEN) : Double.toString((double) micro / TOKEN);
    }

    /** Takes that many microtokens, or none and answers false. */
    public boolean tryTake(long amount) {
        checkAmount(amount);
        while (true) {
            long available = tokens.get();
            if (available < amount) {
                return false;
            }
            if (tokens.weakCompareAndSetVolatile(available, available - amount)) {
                return true;
            }
        }
    }

    /** Puts that many microtokens in, as far as there is room for them. */
    public void putBack(long amount) {
        checkAmount(amount);
        while (true) {
            long most = capacity;
            long available = tokens.get();
            // A full bucket, the usual case, is only read: threads do not fight over it.
            if (available >= most) {
                return;
            }
            long more = amount < most - available ? available + amount : most;
            if (tokens.weakCompareAndSetVolatile(available, more)) {
                spillOver();
                return;
            }
        }
    }

    /** A bucket that has become smaller meanwhile holds no more than it can. */
    private void spillOver() {
        long available = tokens.get();
        while (available > capacity && !tokens.weakCompareAndSetVolatile(available, capacity)) {
            available = tokens.get();
        }
    }

    /** To take less than nothing would be to give, and past the capacity. */
    private static void checkAmount(long amount) {
        Expected.atLeast("amount", amount, 0);
    }

    /** Microtokens in it now. */
    public long available() {
        return tokens.get();
    }

    /** Microtokens that it can hold. */
    public long capacity() {
        return capacity;
    }

    /** Holds so many tokens from now on; what is in it stays, as far as there is room. */
    public void change(double tokens) {
        capacity = micro(tokens);
        spillOver();
    }

    @Override
    public String toString() {
        return written(available()) + " of " + written(capacity);
    }
}
