package io.goodput.event;

/** What a listener got when it began to listen. */
public interface Subscription extends AutoCloseable {
    /** Hears nothing from now on, but for what is being told already. A second time is without effect. */
    @Override
    void close();
}
