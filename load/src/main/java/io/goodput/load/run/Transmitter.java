package io.goodput.load.run;

import io.goodput.load.http.AnswerListener;

/** Whoever sends the requests of a plan, by their places in it. */
@FunctionalInterface
interface Transmitter {
    /**
     * Sends one.
     *
     * @param now reading of the clock
     * @param remainingMillis until its deadline, at least 0; not to be told if it has none
     * @param listener told the end exactly once, and after a bounded time in any case
     */
    void transmit(int classIndex, int targetIndex, long now, long remainingMillis, AnswerListener listener);
}
