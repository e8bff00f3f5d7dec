package io.goodput.admission;

import io.goodput.KnownOutcome;
import io.goodput.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A request was not let in by an {@link AdmissionGate}. There is one for each reason, without a stack trace and made
 * beforehand: to refuse costs next to nothing.
 */
public final class AdmissionRefusedException extends Exception implements KnownOutcome {
    private static final long serialVersionUID = 1L;
    private static final Map<Shed, AdmissionRefusedException> ALL = new EnumMap<>(Shed.class);

    static {
        for (Shed reason : Shed.values()) {
            ALL.put(reason, new AdmissionRefusedException(reason));
        }
    }

    private final Shed reason;

    private AdmissionRefusedException(Shed reason) {
        super("not admitted: " + reason, null, false, false);
        this.reason = reason;
    }

    static AdmissionRefusedException of(Shed reason) {
        return Objects.requireNonNull(ALL.get(reason));
    }

    /** Why. */
    public Shed reason() {
        return reason;
    }

    /** {@link Outcome#THROTTLED}: the server has too much to do. */
    @Override
    public Outcome outcome() {
        return Outcome.THROTTLED;
    }
}
