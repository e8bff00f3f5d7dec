package io.goodput.http.head;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges the heads of HTTP/2: the fields of one HEADERS in their order, pseudo-header fields among them (RFC 9113, 8).
 * What is accepted is a head as any other: target in origin form, the authority apart, no pseudo-header fields.
 */
public final class Http2Heads {
    private final Fields all;
    private final HeadLimits limits;
    private final Fields.Builder plain = new Fields.Builder();
    private final PseudoFields pseudo = new PseudoFields();

    private Http2Heads(Fields all, HeadLimits limits) {
        this.all = all;
        this.limits = limits;
    }

    /**
     * The verdict on a request.
     *
     * @param all names and values as the decoder of HPACK has them
     * @param endOfStream whether no DATA will follow
     */
    public static RequestVerdict request(Fields all, boolean endOfStream, HeadLimits limits) {
        return new Http2Heads(all, limits).judgedRequest(endOfStream);
    }

    /**
     * The verdict on a response.
     *
     * @param all names and values as the decoder of HPACK has them
     * @param endOfStream whether no DATA will follow
     * @param asked what it answers
     */
    public static ResponseVerdict response(Fields all, boolean endOfStream, Asked asked, HeadLimits limits) {
        return new Http2Heads(all, limits).judgedResponse(endOfStream, asked);
    }

    private RequestVerdict judgedRequest(boolean endOfStream) {
        HeadFault fault = taken();
        fault = fault == null ? pseudo.requestFault() : fault;
        fault = fault == null ? hostFault() : fault;
        if (fault != null) {
            return HeadRefusal.ofRequest(fault, HttpVersion.HTTP_2);
        }
        var head = new RequestHead(pseudo.method(), pseudo.target(), HttpVersion.HTTP_2, plain.build());
        return switch (RequestRules.judge(head, limits, otherwise(endOfStream))) {
            case HeadRefusal no -> no;
            case AcceptedRequest request -> withEnd(located(request), endOfStream);
        };
    }

    private AcceptedRequest located(AcceptedRequest request) {
        RequestTarget target = request.target();
        return new AcceptedRequest(
                request.head(),
                new RequestTarget(target.form(), pseudo.scheme(), pseudo.authority(), target.path(), target.query()),
                request.framing(),
                request.options(),
                request.expectsContinue(),
                pseudo.protocol());
    }

    private static RequestVerdict withEnd(AcceptedRequest request, boolean endOfStream) {
        return endOfStream && isBelied(request.framing())
                ? HeadRefusal.ofRequest(HeadFault.BODY_LENGTH, HttpVersion.HTTP_2)
                : request;
    }

    private ResponseVerdict judgedResponse(boolean endOfStream, Asked asked) {
        HeadFault fault = taken();
        fault = fault == null ? pseudo.responseFault() : fault;
        if (fault != null) {
            return HeadRefusal.ofResponse(fault, HttpVersion.HTTP_2);
        }
        var head = new ResponseHead(HttpVersion.HTTP_2, pseudo.status(), "", plain.build());
        ResponseVerdict verdict = ResponseRules.judge(head, asked, limits, otherwise(endOfStream));
        boolean wrong = endOfStream && verdict instanceof AcceptedResponse response && isBelied(response.framing());
        return wrong ? HeadRefusal.ofResponse(HeadFault.BODY_LENGTH, HttpVersion.HTTP_2) : verdict;
    }

    /** A length that the end of the stream belies. */
    private static boolean isBelied(Framing framing) {
        return framing instanceof Framing.Length(long bytes) && bytes > 0;
    }

    private static Framing otherwise(boolean endOfStream) {
        return endOfStream ? Framing.None.INSTANCE : Framing.UntilEndOfStream.INSTANCE;
    }

    /** Sorts all fields into pseudo-header fields and others. */
    private @Nullable HeadFault taken() {
        int bytes = 0;
        boolean late = false;
        for (int i = 0; i < all.size(); i++) {
            String name = all.name(i);
            String value = all.value(i);
            bytes += name.length() + value.length() + 4;
            HeadFault fault = bytes > limits.bytes() ? HeadFault.TOO_LARGE : valueFault(value);
            if (fault != null) {
                return fault;
            }
            if (name.startsWith(":")) {
                fault = late || !pseudo.take(name, value) ? HeadFault.PSEUDO_FIELDS : null;
            } else {
                late = true;
                fault = fieldFault(name, value);
                plain.add(name, value);
            }
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable HeadFault valueFault(String value) {
        if (!FieldSyntax.isValue(value)) {
            return HeadFault.FIELD_VALUE;
        }
        boolean blanks = !value.isEmpty()
                && (FieldSyntax.isBlank(value.charAt(0)) || FieldSyntax.isBlank(value.charAt(value.length() - 1)));
        return blanks ? HeadFault.FIELD_BLANKS : null;
    }

    private static @Nullable HeadFault fieldFault(String name, String value) {
        if (!FieldSyntax.isToken(name)) {
            return HeadFault.FIELD_NAME;
        }
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            return HeadFault.UPPER_CASE;
        }
        return switch (name) {
            case "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade" ->
                HeadFault.CONNECTION_FIELD;
            case "te" -> value.equalsIgnoreCase("trailers") ? null : HeadFault.CONNECTION_FIELD;
            default -> null;
        };
    }

    /** A Host may stand beside the authority, or in place of it, but not against it. */
    private @Nullable HeadFault hostFault() {
        int line = all.indexOf("host", 0);
        if (line >= 0 && all.indexOf("host", line + 1) >= 0) {
            return HeadFault.HOST_TWICE;
        }
        String host = line < 0 ? null : all.value(line);
        String authority = pseudo.told(":authority");
        if (host == null && authority == null) {
            return HeadFault.HOST_MISSING;
        }
        if (host != null && authority != null && !host.equalsIgnoreCase(authority)) {
            return HeadFault.HOST_DIFFERS;
        }
        pseudo.locate(Objects.requireNonNull(authority == null ? host : authority));
        return Authorities.isWellFormed(pseudo.authority()) ? null : HeadFault.HOST_SYNTAX;
    }
}
