package io.goodput;

import java.util.ArrayList;
import java.util.List;
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

    private static final int MOST_OF_KEY = 256;
    private static final int MOST_OF_VALUE = 256;

    /** The longest that can be well formed: keys and values of 256 characters, and a little room between them. */
    private static final int MOST_READ = MOST_MEMBERS * (MOST_OF_KEY + 1 + MOST_OF_VALUE + 4);

    private TraceState() {}

    /**
     * As much of it as is kept, without what stands between its members but commas; null if it is not well formed, in
     * whatever member, or empty.
     */
    static @Nullable String wellFormed(@Nullable String text) {
        if (text == null || text.length() > MOST_READ) {
            return null;
        }
        List<String> members = new ArrayList<>(4);
        int kept = 0;
        for (int at = 0; at <= text.length(); ) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            String member = stripped(text, at, end);
            at = end + 1;
            if (member.isEmpty()) {
                continue;
            }
            int key = keyOf(member);
            if (key < 0 || members.size() == MOST_MEMBERS || isThere(members, member, key)) {
                return null;
            }
            members.add(member);
            kept += member.length() + 1;
        }
        if (kept - 1 == text.length() && kept <= MOST_CHARACTERS) {
            return text;
        }
        keepWhatFits(members);
        return members.isEmpty() ? null : String.join(",", members);
    }

    /** The length of its key; -1 if it is no member: a key, and a value that does not end with a space. */
    private static int keyOf(String member) {
        int key = 0;
        while (key < member.length() && isOfKey(member.charAt(key), key == 0)) {
            key++;
        }
        int value = member.length() - key - 1;
        if (key < 1 || key > MOST_OF_KEY || value < 1 || value > MOST_OF_VALUE || member.charAt(key) != '=') {
            return -1;
        }
        for (int i = key + 1; i < member.length(); i++) {
            char c = member.charAt(i);
            if (c < ' ' || c > '~' || c == ',' || c == '=') {
                return -1;
            }
        }
        return member.charAt(member.length() - 1) == ' ' ? -1 : key;
    }

    private static boolean isOfKey(char c, boolean first) {
        boolean begins = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return begins || (!first && (c == '_' || c == '-' || c == '*' || c == '/' || c == '@'));
    }

    private static boolean isThere(List<String> members, String member, int key) {
        for (int i = 0; i < members.size(); i++) {
            // With the sign behind it, so that a key that another begins with is none.
            if (members.get(i).regionMatches(0, member, 0, key + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Without the white space that HTTP allows around a member. */
    private static String stripped(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
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
