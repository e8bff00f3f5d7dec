package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.guard.GuardedCall;

/** Told what happens in a run, event by event, in the order of time. */
public interface Tracer {
    /** Told in vain. */
    Tracer NONE = new Tracer() {
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

    /**
     * An attempt has come in at an endpoint.
     *
     * @param inside requests that were there already
     */
    default void arrived(Exchange exchange, int inside, long now) {}

    /** An endpoint has begun to work on it. */
    default void started(Exchange exchange, long now) {}

    /**
     * An endpoint sends its answer.
     *
     * @param why it is no success, in a few words; empty if it is one
     * @param inside requests that are left there
     */
    default void answers(Exchange exchange, Outcome outcome, String why, int inside, long now) {}

    /** An answer has come in, whether or not somebody waits for it. */
    default void returned(Exchange exchange, Outcome outcome, long now) {}

    /**
     * A message has been lost on its way.
     *
     * @param answer whether it was the answer, and not the request
     */
    default void lost(Exchange exchange, boolean answer, long now) {}

    /** The caller does not wait any longer for an attempt. */
    default void abandoned(Exchange exchange, long now) {}

    /** A guarded call is over: how, after how many attempts, and why not more. */
    default void ended(Exchange exchange, GuardedCall call, long now) {}

    /** An endpoint has gone down. */
    default void down(String endpoint, long now) {}

    /** An endpoint has come up again. */
    default void up(String endpoint, long now) {}

    /**
     * Who speaks with whom.
     *
     * @param call number of the population's call that it is for, from 1
     * @param leg number of the guarded call in the run, from 1; with the attempt it names one request
     * @param caller population or endpoint
     * @param callee endpoint, or the service if there is none yet
     * @param attempt from 1; 0 if it is about the call
     */
    record Exchange(long call, long leg, String caller, String callee, int attempt) {}
}
