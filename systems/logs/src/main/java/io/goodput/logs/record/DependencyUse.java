package io.goodput.logs.record;

import io.goodput.Outcome;
import java.util.Map;

/**
 * What a unit of work did with one dependency that it declared or used, zeros included.
 *
 * @param calls that it made, with those that were refused
 * @param first attempts that were the first of a call
 * @param retries further attempts, after one that failed
 * @param hedges further attempts, beside one that was slow
 * @param outcomes how many attempts ended in each way
 * @param refused calls that were refused before an attempt
 * @param refusals the same for each reason that occurred
 * @param errors attempts that failed, for each category that occurred
 * @param micros time spent in attempts
 */
public record DependencyUse(
        String name,
        long calls,
        long first,
        long retries,
        long hedges,
        Map<Outcome, Long> outcomes,
        long refused,
        Map<String, Long> refusals,
        Map<String, Long> errors,
        long micros) {
    /** Attempts of all kinds. */
    public long attempts() {
        return first + retries + hedges;
    }
}
