package io.goodput.sim.net;

import io.goodput.sim.Event;

/**
 * A rule that is in force until it is closed.
 *
 * @param <M> what messages are
 */
public final class InstalledRule<M extends Event> implements AutoCloseable {
    private final Network<M> network;
    private final Rule<? super M> rule;
    private long applied;

    InstalledRule(Network<M> network, Rule<? super M> rule) {
        this.network = network;
        this.rule = rule;
    }

    /** Of how many messages it said anything but {@link Verdict#PASS}: a fault that befell none has shown nothing. */
    public long applied() {
        return applied;
    }

    /** It is asked no more; what it has said stays said. Without effect the second time. */
    @Override
    public void close() {
        network.remove(this);
    }

    Verdict judge(Link<M> link, M message, long now) {
        Verdict verdict = rule.judge(link, message, now);
        boolean untouched = verdict instanceof Verdict.Pass pass && pass.delay() == 0;
        if (!untouched) {
            applied++;
        }
        return verdict;
    }
}
