package io.goodput.admission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A request was not let in by an {@link AdmissionGate}. There is one for each reason, without a stack trace and made
 * beforehand: to refuse costs next to nothing.
 */
public final class AdmissionRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Map<Refusal, AdmissionRefusedException> ALL = new EnumMap<>(Refusal.class);

    static {
        for (Refusal reason : Refusal.values()) {
            ALL.put(reason, new AdmissionRefusedException(reason));
        }
    }

    private final Refusal reason;

    private AdmissionRefusedException(Refusal reason) {
        super("not admitted: " + reason, null, false, false);
        this.reason = reason;
    }

    static AdmissionRefusedException of(Refusal reason) {
        return Objects.requireNonNull(ALL.get(reason));
    }

    /** Why. */
    public Refusal reason() {
        return reason;
    }
}
