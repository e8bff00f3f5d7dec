package io.goodput.logs.contributors;

import io.goodput.logs.record.WorkRecord;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what units of work are told apart. */
public enum ContributorKind {
    /** For whom they are done. */
    TENANT,
    /** Through what they came. */
    CLIENT,
    /** What was asked for. */
    OPERATION,
    /** What they failed by. */
    ERROR;

    /** As in addresses and JSON: {@code tenant}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whom a unit counts for; null if for nobody that was told. */
    @Nullable String of(WorkRecord work) {
        return switch (this) {
            case TENANT -> work.tenant();
            case CLIENT -> work.client();
            case OPERATION -> work.operation();
            case ERROR -> work.category();
        };
    }
}
