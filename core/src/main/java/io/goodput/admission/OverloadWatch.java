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

    /**
     * What has changed since it was last asked; null if nothing has.
     *
     * @param heard whether anybody listens; if not, whoever does later is told from the beginning
     */
    @Nullable AdmissionEvent look(boolean heard, long now) {
        if (!heard) {
            overloaded = false;
            return null;
        }
        if (overloaded == lanes.isOverloaded(Priority.CLASSES - 1, now)) {
            return null;
        }
        overloaded = !overloaded;
        return overloaded ? new OverloadBegan(now) : new OverloadEnded(now);
    }
}
