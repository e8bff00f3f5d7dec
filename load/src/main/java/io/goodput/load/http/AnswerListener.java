package io.goodput.load.http;

import io.goodput.load.RequestOutcome;

/** Told how a request ended. */
@FunctionalInterface
public interface AnswerListener {
    /**
     * It has ended; told exactly once, on the thread of the event loop.
     *
     * @param status of the answer; 0 if none came
     * @param bytes of the answer's body, as far as it came
     */
    void ended(RequestOutcome answer, int status, long bytes);
}
