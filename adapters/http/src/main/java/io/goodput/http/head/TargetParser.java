package io.goodput.http.head;

import io.goodput.http.head.RequestTarget.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes the target of a request apart (RFC 9112, 3.2). Either {@link #target} or {@link #fault} is there. */
final class TargetParser {
    private final String method;
    private final String text;
    private @Nullable HeadFault fault;
    private @Nullable RequestTarget target;

    TargetParser(String method, String text) {
        this.method = method;
        this.text = text;
        if (method.equals("CONNECT")) {
            fault = HeadFault.CONNECT;
        } else if (!hasGoodBytes()) {
            fault = HeadFault.TARGET_BYTES;
        } else {
            parse();
        }
    }

    @Nullable HeadFault fault() {
        return fault;
    }

    @Nullable RequestTarget target() {
        return target;
    }

    private boolean hasGoodBytes() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '#') {
                return false;
            }
        }
        return true;
    }

    private void parse() {
        if (text.startsWith("/")) {
            part(Form.ORIGIN, "", "", 0);
        } else if (text.equals("*") && method.equals("OPTIONS")) {
            target = new RequestTarget(Form.ASTERISK, "", "", "*", "");
        } else if (text.regionMatches(true, 0, "http://", 0, 7)) {
            absolute("http", 7);
        } else if (text.regionMatches(true, 0, "https://", 0, 8)) {
            absolute("https", 8);
        } else {
            fault = HeadFault.TARGET_FORM;
        }
    }

    private void absolute(String scheme, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?') {
            end++;
        }
        String authority = text.substring(from, end);
        if (!Authorities.isWellFormed(authority)) {
            fault = HeadFault.HOST_SYNTAX;
        } else if (end == text.length() && method.equals("OPTIONS")) {
            // RFC 9112, 3.2.4: without a path it is the server that is asked.
            target = new RequestTarget(Form.ABSOLUTE, scheme, authority.toLowerCase(Locale.ROOT), "*", "");
        } else {
            part(Form.ABSOLUTE, scheme, authority.toLowerCase(Locale.ROOT), end);
        }
    }

    private void part(Form form, String scheme, String authority, int from) {
        int mark = text.indexOf('?', from);
        int end = mark < 0 ? text.length() : mark;
        String query = mark < 0 ? "" : text.substring(mark);
        if (from == end) {
            target = new RequestTarget(form, scheme, authority, "/", query);
            return;
        }
        if (NormalPath.isPlain(text, from, end)) {
            target = new RequestTarget(form, scheme, authority, text.substring(from, end), query);
            return;
        }
        NormalPath path = NormalPath.of(text, from, end);
        fault = path.fault();
        target = fault == null ? new RequestTarget(form, scheme, authority, path.toString(), query) : null;
    }
}
