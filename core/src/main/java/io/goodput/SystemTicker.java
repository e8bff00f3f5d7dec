package io.goodput;

/** {@link System#nanoTime()} has an arbitrary, possibly negative origin; this one starts at zero. */
enum SystemTicker implements Ticker {
    INSTANCE;

    private final long origin = System.nanoTime();

    @Override
    public long nanos() {
        return System.nanoTime() - origin;
    }
}
