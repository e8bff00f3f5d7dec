package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * Text of JSON as the text that it means: escapes undone, and whatever is no UTF-8 replaced, for DuckDB takes no other.
 */
final class JsonStrings {
    private JsonStrings() {}

    /** Whether it can be taken as it stands: no escape in it, and nothing beyond ASCII. */
    static boolean isPlain(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            if (!JsonSkip.isPlain(bytes, at)) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '\\' || bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /** What is between the quotes, in UTF-8. */
    static byte[] decoded(byte[] bytes, int from, int to) {
        String raw = lenient(bytes, from, to);
        var text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            if (each != '\\' || i + 1 == raw.length()) {
                text.append(each);
                continue;
            }
            char escaped = raw.charAt(++i);
            if (escaped == 'u' && i + 4 < raw.length() && isHex(raw, i + 1)) {
                text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(meaning(escaped));
            }
        }
        return text.toString().getBytes(UTF_8);
    }

    /** JSON as it stands, in UTF-8. */
    static byte[] raw(byte[] bytes, int from, int to) {
        return lenient(bytes, from, to).getBytes(UTF_8);
    }

    private static String lenient(byte[] bytes, int from, int to) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private static boolean isHex(String text, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escaped;
        };
    }
}
