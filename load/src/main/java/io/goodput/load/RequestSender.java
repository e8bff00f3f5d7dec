package io.goodput.load;

import java.util.function.Consumer;

/** Whoever sends requests. */
@FunctionalInterface
public interface RequestSender {
    /**
     * Sends one, and returns without waiting for the answer.
     *
     * @param ended told exactly once, from any thread, and after a bounded time in any case
     */
    void send(Consumer<RequestOutcome> ended);
}
