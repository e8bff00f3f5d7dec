package io.goodput.bench;

import java.util.concurrent.Callable;

/** A call that is not let through, told by an exception. */
final class Refused {
    private Refused() {}

    static Exception by(Callable<Long> call) {
        try {
            throw new IllegalStateException("let through: " + call.call());
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            return e;
        }
    }
}
