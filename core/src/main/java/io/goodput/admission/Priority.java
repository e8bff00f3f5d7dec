package io.goodput.admission;

import io.goodput.Criticality;
import org.jspecify.annotations.Nullable;

/**
 * The order in which requests are served, the first first, and shed, the last first: health pings, then by criticality,
 * and within one criticality what finishes something already begun before what starts something.
 *
 * <p>A server that sheds pings is taken out of service, which leaves its load to the others. Work that finishes
 * something (the last call of several, the next page) is shed last of its kind, as what was spent on the rest of it
 * would be lost.
 */
public enum Priority {
    /** A load balancer's health check. */
    PING(null, Priority.NO_CLASS),
    /** The end of something {@link Criticality#CRITICAL_PLUS}. */
    CRITICAL_PLUS_FINISHING(Criticality.CRITICAL_PLUS, 0),
    /** {@link Criticality#CRITICAL_PLUS}. */
    CRITICAL_PLUS(Criticality.CRITICAL_PLUS, 0),
    /** The end of something {@link Criticality#CRITICAL}. */
    CRITICAL_FINISHING(Criticality.CRITICAL, 1),
    /** {@link Criticality#CRITICAL}. */
    CRITICAL(Criticality.CRITICAL, 1),
    /** The end of something {@link Criticality#SHEDDABLE_PLUS}. */
    SHEDDABLE_PLUS_FINISHING(Criticality.SHEDDABLE_PLUS, 2),
    /** {@link Criticality#SHEDDABLE_PLUS}. */
    SHEDDABLE_PLUS(Criticality.SHEDDABLE_PLUS, 2),
    /** The end of something {@link Criticality#SHEDDABLE}. */
    SHEDDABLE_FINISHING(Criticality.SHEDDABLE, 3),
    /** {@link Criticality#SHEDDABLE}. */
    SHEDDABLE(Criticality.SHEDDABLE, 3);

    /** Of pings, which have no criticality. */
    static final int NO_CLASS = -1;

    static final int CLASSES = 4;

    private final @Nullable Criticality criticality;
    private final int criticalityClass;

    Priority(@Nullable Criticality criticality, int criticalityClass) {
        this.criticality = criticality;
        this.criticalityClass = criticalityClass;
    }

    /** That of a request which starts something. */
    public static Priority starting(Criticality criticality) {
        return switch (criticality) {
            case CRITICAL_PLUS -> CRITICAL_PLUS;
            case CRITICAL -> CRITICAL;
            case SHEDDABLE_PLUS -> SHEDDABLE_PLUS;
            case SHEDDABLE -> SHEDDABLE;
        };
    }

    /** That of a request which finishes something already begun. */
    public static Priority finishing(Criticality criticality) {
        return switch (criticality) {
            case CRITICAL_PLUS -> CRITICAL_PLUS_FINISHING;
            case CRITICAL -> CRITICAL_FINISHING;
            case SHEDDABLE_PLUS -> SHEDDABLE_PLUS_FINISHING;
            case SHEDDABLE -> SHEDDABLE_FINISHING;
        };
    }

    /** Null of a {@link #PING}. */
    public @Nullable Criticality criticality() {
        return criticality;
    }

    /** The index of the criticality, the most critical first; {@link #NO_CLASS} of a ping. */
    int criticalityClass() {
        return criticalityClass;
    }
}
