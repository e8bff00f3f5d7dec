package io.goodput.http.forward;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;

/**
 * Says where a request came from, in {@code Forwarded} (RFC 7239) and in {@code X-Forwarded-For}, {@code -Proto} and
 * {@code -Host}. Of a peer that is not trusted nothing is kept, and all is written anew. What a trusted one says of
 * those before it is kept, and it is itself added on the right; of scheme and host its word stands, as it has seen the
 * client's.
 */
final class Provenance {
    private final AcceptedRequest request;
    private final Sender sender;

    Provenance(AcceptedRequest request, Sender sender) {
        this.request = request;
        this.sender = sender;
    }

    /** Whether a field of that name is written here, so that the one that came is not passed on beside it. */
    static boolean writes(String name) {
        return name.equalsIgnoreCase("Forwarded")
                || name.equalsIgnoreCase("X-Forwarded-For")
                || name.equalsIgnoreCase("X-Forwarded-Proto")
                || name.equalsIgnoreCase("X-Forwarded-Host");
    }

    void addTo(PassingFields passing) {
        String host = request.target().authority();
        passing.add("Forwarded", before("Forwarded") + element(host));
        if (!sender.address().isEmpty()) {
            passing.add("X-Forwarded-For", before("X-Forwarded-For") + sender.address());
        }
        passing.add("X-Forwarded-Proto", said("X-Forwarded-Proto", sender.scheme()));
        if (!host.isEmpty()) {
            passing.add("X-Forwarded-Host", said("X-Forwarded-Host", host));
        }
    }

    private String element(String host) {
        String address = sender.address();
        String from = address.isEmpty() ? "unknown" : address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
        String of = host.isEmpty() ? "" : host.indexOf(':') < 0 ? ";host=" + host : ";host=\"" + host + "\"";
        return "for=" + from + of + ";proto=" + sender.scheme();
    }

    /** What a trusted peer says of those before it, of all lines, with a comma behind. */
    private String before(String name) {
        Fields fields = request.head().fields();
        int line = sender.trusted() ? fields.indexOf(name, 0) : -1;
        if (line < 0) {
            return "";
        }
        var list = new StringBuilder();
        for (; line >= 0; line = fields.indexOf(name, line + 1)) {
            String value = fields.value(line);
            if (!value.isEmpty() && isClosed(value)) {
                list.append(value).append(", ");
            }
        }
        return list.toString();
    }

    /** A quote that is left open would swallow what is added behind it. */
    private static boolean isClosed(String value) {
        boolean open = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && open) {
                i++;
            } else if (c == '"') {
                open = !open;
            }
        }
        return !open;
    }

    private String said(String name, String otherwise) {
        String said = sender.trusted() ? request.head().fields().first(name) : null;
        return said == null || said.isEmpty() ? otherwise : said;
    }
}
