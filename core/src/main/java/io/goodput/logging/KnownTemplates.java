package io.goodput.logging;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of templates that came lately. A template is mostly a constant, whose hash is known, so that it is
 * found by a look at one place; one that was put together has mostly a digit in it, and is not kept.
 */
final class KnownTemplates {
    private static final int PLACES = 1 << 10;

    private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);

    private record Known(String template, long print) {}

    long print(String template) {
        if (template.length() > Fingerprint.MOST) {
            return Fingerprint.of(template);
        }
        int hash = template.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        Known known = places.get(place);
        if (known != null && known.template.equals(template)) {
            return known.print;
        }
        long print = Fingerprint.of(template);
        if (isConstant(template)) {
            places.set(place, new Known(template, print));
        }
        return print;
    }

    /** As far as one can see. */
    private static boolean isConstant(String template) {
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if ((c >= '0' && c <= '9') || c == '\'' || c == '"') {
                return false;
            }
        }
        return true;
    }
}
