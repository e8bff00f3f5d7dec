package stub;

import io.goodput.Classifier;
import io.goodput.Outcome;
import java.time.Duration;
import stub.Prices.Busy;

// region answers
/** What the answers of the price service mean to a guard. */
public final class Answers implements Classifier {
    private final Classifier others = Classifier.standard();

    @Override
    public Outcome ofError(Throwable error) {
        return error instanceof Busy ? Outcome.THROTTLED : others.ofError(error);
    }

    @Override
    public Duration retryAfter(Object answer, Throwable error) {
        return error instanceof Busy busy ? busy.retryAfter() : null;
    }
}
// endregion
