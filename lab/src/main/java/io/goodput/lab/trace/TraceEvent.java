package io.goodput.lab.trace;

import io.goodput.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run.
 *
 * @param nanos when, from the start of the run
 * @param kind what
 * @param call number of the population's call that it belongs to, from 1; 0 if to none
 * @param leg number of the guarded call, from 1; with the attempt it names one request. 0 if it is about none
 * @param from who acts: a population, process, service or endpoint
 * @param to towards whom; empty if nobody
 * @param attempt of the guarded call, from 1; of one that has ended, how many there were; 0 if it is about none
 * @param outcome null where nothing has ended
 * @param inside requests inside the endpoint: before one arrived, or after one was answered; -1 if it is about none
 * @param why a few words; empty if there is nothing to say
 */
public record TraceEvent(
        long nanos,
        TraceKind kind,
        long call,
        long leg,
        String from,
        String to,
        int attempt,
        @Nullable Outcome outcome,
        int inside,
        String why) {
    /** The outcome in the words of a configuration, such as {@code transient-failure}; empty if there is none. */
    public String outcomeWord() {
        return outcome == null ? "" : outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
