package io.goodput.lab.world;

import io.goodput.GuardedCall;
import io.goodput.Outcome;

/** Told what happens in a run, event by event, in the order of time. */
public interface Trace {
    /** Told in vain. */
    Trace NONE = new Trace() {
        @Override
        public boolean listens() {
            return false;
        }
    };

    /** Whether it is to be told anything at all. */
    default boolean listens() {
        return true;
    }

    /** A population has made a call. */
    default void called(String population, long call, long now) {}

    /** A population's call is over. */
    default void answered(String population, long call, Outcome outcome, long now) {}

    /** A process has sent an attempt. */
    default void sent(Exchange exchange, long now) {}

    /** An attempt has come in at an endpoint. */
    default void arrived(Exchange exchange, long now) {}

    /** An endpoint has begun to work on it. */
    default void started(Exchange exchange, long now) {}

    /** An endpoint sends its answer. */
    default void answers(Exchange exchange, Outcome outcome, long now) {}

    /** An answer has come in, whether or not somebody waits for it. */
    default void returned(Exchange exchange, Outcome outcome, long now) {}

    /** A message has been lost on its way. */
    default void lost(Exchange exchange, long now) {}

    /** The caller does not wait any longer for an attempt. */
    default void abandoned(Exchange exchange, long now) {}

    /** A guarded call is over: how, after how many attempts, and why not more. */
    default void ended(Exchange exchange, GuardedCall call, long now) {}

    /**
     * Who speaks with whom.
     *
     * @param call number of the population's call that it is for, from 1
     * @param caller population or endpoint
     * @param callee endpoint, or the service if there is none yet
     * @param attempt from 1; 0 if it is about the call
     */
    record Exchange(long call, String caller, String callee, int attempt) {}
}
