package io.goodput;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C's {@code tracestate}: what tracing systems have noted of a request, each under its own key, the latest first.
 *
 * <p>Source: <a href="https://www.w3.org/TR/trace-context-2/#tracestate-header">Trace Context, section 3.3</a>, with
 * its grammar of keys and values, and its rule of what goes first where there is too much.
 */
final class TraceState {
    /** So many characters are kept, which is the least that the specification asks for. */
    static final int MOST_CHARACTERS = 512;

    static final int MOST_MEMBERS = 32;

    /** Longer members are the first to go. */
    static final int LONG_MEMBER = 128;

    /** A key, and a value that does not end with a space. */
    private static final Pattern MEMBER = Pattern.compile(
            "([a-z0-9][a-z0-9_\\-*/@]{0,255})=[\\x20-\\x2b\\x2d-\\x3c\\x3e-\\x7e]{0,255}[\\x21-\\x2b\\x2d-\\x3c\\x3e-\\x7e]");

    /** The longest that can be well formed: keys and values of 256 characters, and a little room between them. */
    private static final int MOST_READ = MOST_MEMBERS * (256 + 1 + 256 + 4);

    private TraceState() {}

    /**
     * As much of it as is kept, without what stands between its members but commas; null if it is not well formed, in
     * whatever member, or empty.
     */
    static @Nullable String wellFormed(@Nullable String text) {
        if (text == null || text.length() > MOST_READ) {
            return null;
        }
        List<String> members = new ArrayList<>();
        var keys = new HashSet<String>();
        for (String each : text.split(",", -1)) {
            String member = stripped(each);
            if (member.isEmpty()) {
                continue;
            }
            var matcher = MEMBER.matcher(member);
            if (!matcher.matches() || !keys.add(matcher.group(1)) || members.size() == MOST_MEMBERS) {
                return null;
            }
            members.add(member);
        }
        keepWhatFits(members);
        return members.isEmpty() ? null : String.join(",", members);
    }

    /** Without the white space that HTTP allows around a member. */
    private static String stripped(String member) {
        int from = 0;
        int to = member.length();
        while (from < to && isSpace(member.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(member.charAt(to - 1))) {
            to--;
        }
        return member.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    /** Whole members go: first the long ones, then those that were noted first, which stand last. */
    private static void keepWhatFits(List<String> members) {
        for (int i = members.size() - 1; i >= 0 && length(members) > MOST_CHARACTERS; i--) {
            if (members.get(i).length() > LONG_MEMBER) {
                members.remove(i);
            }
        }
        while (length(members) > MOST_CHARACTERS) {
            members.removeLast();
        }
    }

    private static int length(List<String> members) {
        return members.stream().mapToInt(String::length).sum() + Math.max(0, members.size() - 1);
    }
}
