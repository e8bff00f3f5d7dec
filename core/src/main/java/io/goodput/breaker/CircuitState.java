package io.goodput.breaker;

/** One state of an {@link CircuitBreaker}: made when it is entered, thrown away when it is left. */
sealed interface CircuitState permits ClosedState, OpenState, HalfOpenState {
    /** What to do after a call has ended. */
    enum Next {
        STAY,
        OPEN,
        CLOSE
    }

    /** What it is called. */
    CircuitBreaker.State name();

    /** When it was entered. Calls that started earlier are none of its business. */
    long since();

    /** Whether to send a call now. */
    boolean tryPass(long now);

    /** A call has ended that started in this state. */
    Next ended(boolean failed, CircuitBreaker.Settings settings);

    /** A call that started in this state has ended and says nothing. */
    void untold();
}
