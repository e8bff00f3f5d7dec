package io.goodput.config.problem;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name someone probably meant. Distance is Damerau–Levenshtein's in its restricted form (insert, delete, replace,
 * swap of neighbours), without regard to case. A name is near when at most a third of it has to change, or one
 * character of a short one.
 */
public final class NearestName {
    // The distance takes time with the product of the lengths; nobody mistypes a longer name by a letter.
    private static final int MAX_LENGTH = 100;

    private NearestName() {}

    /** The nearest of the names, the first of equals, or null if none is near. */
    public static @Nullable String of(String name, Collection<String> names) {
        if (name.length() > MAX_LENGTH) {
            return null;
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (var candidate : names) {
            int distance = candidate.length() > MAX_LENGTH ? MAX_LENGTH : distance(name, candidate);
            if (distance < least && distance <= cutoff(name, candidate)) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest;
    }

    /** Never all characters of the shorter name: {@code x} is not a mistyped {@code s}. */
    private static int cutoff(String name, String candidate) {
        int third = Math.max(1, Math.max(name.length(), candidate.length()) / 3);
        return Math.min(third, Math.min(name.length(), candidate.length()) - 1);
    }

    static int distance(String left, String right) {
        var a = left.toLowerCase(Locale.ROOT);
        var b = right.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(a, b, i, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
