package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.world.server.Unserved;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands for an exception where policies and records of production want one. */
public final class SimulatedFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final String category;

    /**
     * Of a request.
     *
     * @param why it was not served, as far as that is known
     */
    public SimulatedFailure(Outcome outcome, @Nullable Unserved why) {
        super(why == null ? word(outcome) : why.words(), null, false, false);
        this.outcome = outcome;
        this.category = word(why == null ? outcome : why);
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means. */
    public Outcome outcome() {
        return outcome;
    }

    /** Of what kind it is: {@code full}, {@code conflict}, {@code timeout}. */
    public String category() {
        return category;
    }

    /** The words alone. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // records tell errors by it, and the class would say nothing
    public String toString() {
        return Objects.requireNonNullElse(getMessage(), category);
    }
}
