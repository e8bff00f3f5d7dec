package io.goodput.lab.probe;

import java.util.function.Consumer;

/** Whoever sends requests. */
@FunctionalInterface
public interface Sender {
    /**
     * Sends one, and returns without waiting for the answer.
     *
     * @param ended told exactly once, from any thread, and after a bounded time in any case
     */
    void send(Consumer<Answer> ended);
}
