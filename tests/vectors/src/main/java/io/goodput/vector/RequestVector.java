package io.goodput.vector;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one request that somebody might take for another, and what becomes of it. The one table of them, which
 * whoever serves HTTP/1.1 walks.
 *
 * @param name of the test
 * @param text its bytes, one for each character
 * @param status that it is answered with, by its framing alone; 200 if it is accepted
 * @param fault why, by the name that {@code HeadFault} has for it; null if it is accepted
 * @param seen who took it for something else, or where the rule is from
 */
public record RequestVector(
        String name, String text, int status, @Nullable String fault, String seen) {
    /** All of them. */
    public static final List<RequestVector> ALL = RequestVectors.all();

    /** As they are sent. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return name;
    }
}
