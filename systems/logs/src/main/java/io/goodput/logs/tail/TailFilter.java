package io.goodput.logs.tail;

import io.goodput.logs.scan.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which lines are shown: all conditions have to hold. Not thread-safe. */
public final class TailFilter implements Predicate<byte[]> {
    private final Map<FieldPath, String> equal = new LinkedHashMap<>();
    private final @Nullable FieldPath outcome;

    /**
     * From conditions as people write them.
     *
     * @param conditions each a {@code field=value}; a point in the field leads inside
     * @param onlyErrors whether work that succeeded, and what is no work, is left out
     * @throws IllegalArgumentException if one is no condition
     */
    public TailFilter(List<String> conditions, boolean onlyErrors) {
        for (String condition : conditions) {
            int at = condition.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException(condition + " (expected: field=value, as in tenant=acme)");
            }
            equal.put(new FieldPath(condition.substring(0, at)), condition.substring(at + 1));
        }
        outcome = onlyErrors ? new FieldPath("outcome") : null;
    }

    @Override
    public boolean test(byte[] line) {
        if (outcome != null) {
            String ended = outcome.in(line);
            if (ended == null || ended.equals("SUCCESS")) {
                return false;
            }
        }
        return equal.entrySet().stream()
                .allMatch(condition ->
                        condition.getValue().equals(condition.getKey().in(line)));
    }
}
