package io.goodput.server.admin;

import io.goodput.http.head.Fields;

/**
 * An answer of the operator's port.
 *
 * @param status of HTTP
 * @param fields of the head beside those that frame it
 * @param content the body
 */
public record AdminAnswer(int status, Fields fields, String content) {
    /**
     * Nothing of it is kept, framed, or taken for something else; a page takes what it needs from here and no other
     * place.
     */
    private static final Fields PROTECTION = Fields.of(
            "Cache-Control",
            "no-store",
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff");

    /** One of a type. */
    static AdminAnswer of(int status, String type, String content) {
        return new AdminAnswer(status, PROTECTION, content).with("Content-Type", type);
    }

    /** A line for people. */
    static AdminAnswer text(int status, String line) {
        return of(status, "text/plain; charset=utf-8", line + "\n");
    }

    /** The same with one more field. */
    AdminAnswer with(String name, String value) {
        var more = new Fields.Builder();
        for (int i = 0; i < fields.size(); i++) {
            more.add(fields.name(i), fields.value(i));
        }
        return new AdminAnswer(status, more.add(name, value).build(), content);
    }
}
