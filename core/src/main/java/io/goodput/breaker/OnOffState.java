package io.goodput.breaker;

/** One state of an {@link OnOffBreaker}: made when it is entered, thrown away when it is left. */
sealed interface OnOffState permits Closed, Open, HalfOpen {
    /** What to do after a call has ended. */
    enum Verdict {
        STAY,
        OPEN,
        CLOSE
    }

    /** When it was entered. Calls that started earlier are none of its business. */
    long since();

    /** Whether to send a call now. */
    boolean tryPass(long now);

    /** A call has ended that started in this state. */
    Verdict ended(boolean failed, OnOffBreaker.Settings settings);

    /** A call that started in this state has ended and says nothing. */
    void untold();
}
