package io.goodput.logs.query;

import io.goodput.telemetry.contributor.Facet;
import java.util.Locale;

/** By what it is added up who contributes. */
public enum TopBy {
    /** For whom the work is. */
    TENANT,
    /** Through what it came. */
    CLIENT,
    /** What was asked for. */
    OPERATION,
    /** The category of the cause, or how it ended where nobody said; of what failed. */
    ERROR;

    /** By what contributors are told apart then. */
    public Facet facet() {
        return Facet.valueOf(name());
    }

    String expression() {
        return this == ERROR ? "coalesce(category, outcome) as error" : toString();
    }

    String where(QuestionFilter filter) {
        return this == ERROR ? filter.where("", "operation", "outcome <> 'SUCCESS'") : filter.where("", "operation");
    }

    /** As people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
