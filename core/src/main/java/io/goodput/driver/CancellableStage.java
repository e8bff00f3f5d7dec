package io.goodput.driver;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Somebody's stage, which may be given up before it is there. */
public final class CancellableStage {
    private volatile boolean givenUp;

    /** Belongs to the code {@linkplain EventLine#outside outside}. */
    private @Nullable CompletionStage<?> stage;

    /** None yet. */
    public CancellableStage() {}

    /** It is there. To be called outside the line. */
    public void began(CompletionStage<?> begun) {
        stage = begun;
    }

    /** It is of no more use, and is cancelled outside the line. To be called by an event. */
    public void giveUp(EventLine line) {
        givenUp = true;
        line.outside(this::cancel);
    }

    /** Whether it need not begin. */
    public boolean isGivenUp() {
        return givenUp;
    }

    private void cancel() {
        CompletionStage<?> begun = stage;
        if (begun != null) {
            try {
                begun.toCompletableFuture().cancel(true);
            } catch (RuntimeException _) {
                // A stage need not be a future. It runs on, and nobody waits for it.
            }
        }
    }
}
