package io.goodput.http.head;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges the plain head of a request, wherever it comes from: each rule in turn, and the first that is broken counts.
 */
public final class RequestRules {
    private static final int LONGEST_METHOD = 32;
    private static final int MOST_OPTIONS = 32;

    private final RequestHead head;
    private final HttpVersion version;
    private final Fields fields;
    private final HeadLimits limits;
    private @Nullable RequestTarget target;
    private @Nullable List<String> options;
    private boolean expectsContinue;

    private RequestRules(RequestHead head, HeadLimits limits) {
        this.head = head;
        this.version = head.version();
        this.fields = head.fields();
        this.limits = limits;
    }

    /**
     * The verdict.
     *
     * @param head of HTTP/1.0 or 1.1; those of HTTP/2 come by {@link Http2Heads}
     */
    public static RequestVerdict judge(RequestHead head, HeadLimits limits) {
        return new RequestRules(head, limits).verdict(Framing.None.INSTANCE);
    }

    /**
     * The same.
     *
     * @param otherwise how the body is framed if its fields say nothing
     */
    static RequestVerdict judge(RequestHead head, HeadLimits limits, Framing otherwise) {
        return new RequestRules(head, limits).verdict(otherwise);
    }

    private RequestVerdict verdict(Framing otherwise) {
        HeadFault fault = fault();
        if (fault != null) {
            return HeadRefusal.ofRequest(fault, version);
        }
        var body = new BodyFraming(version, fields);
        Framing framing = body.told(otherwise);
        if (framing == null) {
            return HeadRefusal.ofRequest(Objects.requireNonNull(body.fault()), version);
        }
        return new AcceptedRequest(
                head,
                Objects.requireNonNull(target),
                framing,
                Objects.requireNonNull(options),
                expectsContinue,
                upgrade());
    }

    private @Nullable HeadFault fault() {
        HeadFault fault = methodFault();
        fault = fault == null ? targetFault() : fault;
        fault = fault == null ? fieldsFault() : fault;
        fault = fault == null ? hostFault() : fault;
        fault = fault == null ? connectionFault() : fault;
        return fault == null ? expectationFault() : fault;
    }

    private @Nullable HeadFault methodFault() {
        String method = head.method();
        if (method.length() > LONGEST_METHOD) {
            return HeadFault.LONG_METHOD;
        }
        return FieldSyntax.isToken(method) ? null : HeadFault.METHOD;
    }

    private @Nullable HeadFault targetFault() {
        if (head.target().length() > limits.target()) {
            return HeadFault.TARGET_LENGTH;
        }
        var parsed = new TargetParser(head.method(), head.target());
        target = parsed.target();
        return parsed.fault();
    }

    private @Nullable HeadFault fieldsFault() {
        return fields.size() > limits.fields() ? HeadFault.TOO_MANY_FIELDS : FieldSyntax.faultOf(fields);
    }

    /** The authority of the target counts more; a Host beside it is looked at all the same, and then forgotten. */
    private @Nullable HeadFault hostFault() {
        int line = fields.indexOf("Host", 0);
        if (line < 0) {
            return version == HttpVersion.HTTP_1_1 ? HeadFault.HOST_MISSING : null;
        }
        if (fields.indexOf("Host", line + 1) >= 0) {
            return HeadFault.HOST_TWICE;
        }
        String host = fields.value(line);
        if (!Authorities.isWellFormed(host)) {
            return HeadFault.HOST_SYNTAX;
        }
        RequestTarget asked = Objects.requireNonNull(target);
        if (asked.authority().isEmpty()) {
            target = new RequestTarget(
                    asked.form(), asked.scheme(), host.toLowerCase(Locale.ROOT), asked.path(), asked.query());
        }
        return null;
    }

    private @Nullable HeadFault connectionFault() {
        options = FieldSyntax.tokens(fields, "Connection", MOST_OPTIONS);
        return options == null ? HeadFault.CONNECTION : null;
    }

    /** HTTP/1.0 knows of no 100, and is not told of one. */
    private @Nullable HeadFault expectationFault() {
        for (int line = fields.indexOf("Expect", 0); line >= 0; line = fields.indexOf("Expect", line + 1)) {
            if (!fields.value(line).equalsIgnoreCase("100-continue")) {
                return HeadFault.EXPECTATION;
            }
            expectsContinue = version != HttpVersion.HTTP_1_0;
        }
        return null;
    }

    private String upgrade() {
        boolean asked = version == HttpVersion.HTTP_1_1
                && Objects.requireNonNull(options).contains("upgrade")
                && fields.count("Upgrade") == 1;
        return asked ? Objects.requireNonNull(fields.first("Upgrade")).toLowerCase(Locale.ROOT) : "";
    }
}
