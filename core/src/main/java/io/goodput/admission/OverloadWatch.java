package io.goodput.admission;

import io.goodput.admission.AdmissionEvent.OverloadBegan;
import io.goodput.admission.AdmissionEvent.OverloadEnded;
import org.jspecify.annotations.Nullable;

/** Sees overload begin and end, for those who listen. Requests are treated alike whether anybody does. */
final class OverloadWatch {
    private final Lanes<?> lanes;
    private boolean overloaded;

    OverloadWatch(Lanes<?> lanes) {
        this.lanes = lanes;
    }

    /** Nobody listens: whoever does later is told from the beginning. */
    void rest() {
        overloaded = false;
    }

    /** What has changed since it was last asked; null if nothing has. */
    @Nullable AdmissionEvent look(long now) {
        if (overloaded == lanes.isOverloaded(Priority.CLASSES - 1, now)) {
            return null;
        }
        overloaded = !overloaded;
        return overloaded ? new OverloadBegan(now) : new OverloadEnded(now);
    }
}
