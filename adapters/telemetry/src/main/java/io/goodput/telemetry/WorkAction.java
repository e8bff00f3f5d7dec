package io.goodput.telemetry;

/** What is done as one unit of work, without an answer. */
@FunctionalInterface
public interface WorkAction {
    /** Does it, and tells the work of it. */
    void run(Work work) throws Exception;
}
