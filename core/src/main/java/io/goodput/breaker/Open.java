package io.goodput.breaker;

/** Lets nothing through. */
record Open(long since) implements OnOffState {
    @Override
    public boolean tryPass(long now) {
        return false;
    }

    @Override
    public Verdict ended(boolean failed, OnOffBreaker.Settings settings) {
        return Verdict.STAY;
    }

    @Override
    public void untold() {}
}
