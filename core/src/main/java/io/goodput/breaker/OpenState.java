package io.goodput.breaker;

/** Lets nothing through. */
record OpenState(long since) implements CircuitState {
    @Override
    public CircuitBreaker.State name() {
        return CircuitBreaker.State.OPEN;
    }

    @Override
    public boolean tryPass(long now) {
        return false;
    }

    @Override
    public Next ended(boolean failed, CircuitBreaker.Settings settings) {
        return Next.STAY;
    }

    @Override
    public void untold() {}
}
