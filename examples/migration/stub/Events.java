package stub;

import io.goodput.guard.GuardEvent;
import java.util.function.Consumer;

// region events
/** Counts what a guard does. */
public record Events(Counts counts) implements Consumer<GuardEvent> {
    @Override
    public void accept(GuardEvent event) {
        switch (event) {
            case GuardEvent.RetryScheduled _ -> counts.count("retries");
            case GuardEvent.CallRefused refused -> counts.count("held back by " + refused.refusal().reason());
            default -> {}
        }
    }
}
// endregion
