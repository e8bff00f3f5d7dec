package io.goodput.http.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which characters names and values are made of (RFC 9110, 5.1, 5.5 and 5.6.2). */
public final class FieldSyntax {
    private static final byte TOKEN = 1;
    private static final byte VALUE = 2;
    private static final byte[] KINDS = kinds();

    private FieldSyntax() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = ' '; c < kinds.length; c++) {
            kinds[c] = c == 0x7F ? 0 : VALUE;
        }
        kinds['\t'] = VALUE;
        String marks = "!#$%&'*+-.^_`|~";
        for (char c = '0'; c <= 'z'; c++) {
            if (c <= '9' || (c >= 'A' && c <= 'Z') || c >= 'a') {
                kinds[c] |= TOKEN;
            }
        }
        marks.chars().forEach(c -> kinds[c] |= TOKEN);
        return kinds;
    }

    /** Whether it is a token: a name, a method, a coding. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && isAll(TOKEN, text);
    }

    /** Whether it has no control characters but TAB, and no characters of more than a byte. */
    public static boolean isValue(String text) {
        return isAll(VALUE, text);
    }

    private static boolean isAll(byte kind, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= KINDS.length || (KINDS[c] & kind) == 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    /** What is wrong with any of the lines; null if nothing is. */
    static @Nullable HeadFault faultOf(Fields fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (!isToken(fields.name(i))) {
                return HeadFault.FIELD_NAME;
            }
            if (!isValue(fields.value(i))) {
                return HeadFault.FIELD_VALUE;
            }
        }
        return null;
    }

    /**
     * The members of all lists of that name, in lower case, each once; empty members are none.
     *
     * @return null if one of them is no token, or there are more than so many
     */
    static @Nullable List<String> tokens(Fields fields, String name, int most) {
        int line = fields.indexOf(name, 0);
        if (line < 0) {
            return List.of();
        }
        List<String> tokens = new ArrayList<>(2);
        for (; line >= 0; line = fields.indexOf(name, line + 1)) {
            String list = fields.value(line);
            for (int from = 0; from <= list.length(); ) {
                int comma = list.indexOf(',', from);
                int to = comma < 0 ? list.length() : comma;
                String token = trimmed(list, from, to).toLowerCase(Locale.ROOT);
                from = to + 1;
                if (token.isEmpty() || tokens.contains(token)) {
                    continue;
                }
                if (!isToken(token) || tokens.size() == most) {
                    return null;
                }
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** A part of the text without the blanks at its ends, which are spaces and tabs. */
    static String trimmed(String text, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && isBlank(text.charAt(first))) {
            first++;
        }
        while (last > first && isBlank(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(first, last);
    }
}
