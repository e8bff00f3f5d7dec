package io.goodput.guard;

/** A task without an answer. */
@FunctionalInterface
public interface VoidTask {
    /** Makes one attempt. */
    void run() throws Exception;
}
