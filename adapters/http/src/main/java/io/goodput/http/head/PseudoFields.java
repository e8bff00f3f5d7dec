package io.goodput.http.head;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pseudo-header fields of one head of HTTP/2 (RFC 9113, 8.3; RFC 8441, 4). */
final class PseudoFields {
    private static final String CONNECT = "CONNECT";

    private final String[] names = {":method", ":scheme", ":authority", ":path", ":protocol", ":status"};
    private final @Nullable String[] values = new String[names.length];
    private String authority = "";

    /** False if it is unknown, or has been there before. */
    boolean take(String name, String value) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                boolean first = values[i] == null;
                values[i] = value;
                return first;
            }
        }
        return false;
    }

    @Nullable String told(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Nullable HeadFault requestFault() {
        String method = told(":method");
        String scheme = told(":scheme");
        String path = told(":path");
        boolean connect = CONNECT.equals(method);
        if (told(":protocol") != null && !connect) {
            return HeadFault.PROTOCOL;
        }
        if (connect && told(":protocol") == null) {
            return HeadFault.CONNECT;
        }
        if (method == null || scheme == null || path == null || told(":status") != null) {
            return HeadFault.PSEUDO_FIELDS;
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return HeadFault.TARGET_FORM;
        }
        if (connect && !FieldSyntax.isToken(Objects.requireNonNull(told(":protocol")))) {
            return HeadFault.PROTOCOL;
        }
        boolean form = path.startsWith("/") || (path.equals("*") && method.equals("OPTIONS"));
        return form ? null : path.isEmpty() ? HeadFault.PSEUDO_FIELDS : HeadFault.TARGET_FORM;
    }

    @Nullable HeadFault responseFault() {
        String status = told(":status");
        for (String name : names) {
            if (!name.equals(":status") && told(name) != null) {
                return HeadFault.PSEUDO_FIELDS;
            }
        }
        boolean number =
                status != null && status.length() == 3 && status.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? null : HeadFault.STATUS_LINE;
    }

    /** An extended CONNECT is a GET with another answer, and is judged like one. */
    String method() {
        String method = Objects.requireNonNull(told(":method"));
        return method.equals(CONNECT) ? "GET" : method;
    }

    String target() {
        return Objects.requireNonNull(told(":path"));
    }

    String scheme() {
        return Objects.requireNonNull(told(":scheme"));
    }

    String protocol() {
        String protocol = told(":protocol");
        return protocol == null ? "" : protocol.toLowerCase(Locale.ROOT);
    }

    int status() {
        return Integer.parseInt(Objects.requireNonNull(told(":status")));
    }

    void locate(String where) {
        authority = where.toLowerCase(Locale.ROOT);
    }

    String authority() {
        return authority;
    }
}
