package io.goodput.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Http2HeadsTest {
    private static final List<String> GET =
            List.of(":method", "GET", ":scheme", "https", ":authority", "a", ":path", "/");

    /** What HTTP/2 has for the vectors of HTTP/1.1, and what only it has. */
    record Vector(
            String name,
            Fields fields,
            boolean endOfStream,
            @Nullable HeadFault fault) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                more("a GET", null),
                more("TE trailers", null, "te", "trailers"),
                more("a Host that is the authority", null, "host", "A"),
                vector(
                        "a Host in place of the authority",
                        null,
                        ":method",
                        "GET",
                        ":scheme",
                        "http",
                        ":path",
                        "/",
                        "host",
                        "a"),
                vector(
                        "an extended CONNECT",
                        null,
                        ":method",
                        "CONNECT",
                        ":protocol",
                        "websocket",
                        ":scheme",
                        "https",
                        ":authority",
                        "a",
                        ":path",
                        "/c"),
                more("CR in a value", HeadFault.FIELD_VALUE, "a", "b\rc"),
                more("LF in a value", HeadFault.FIELD_VALUE, "a", "b\nc"),
                more("CR LF and a request in a value", HeadFault.FIELD_VALUE, "a", "b\r\n\r\nGET / HTTP/1.1"),
                more("NUL in a value", HeadFault.FIELD_VALUE, "a", "b\0c"),
                more("a space ahead of a value", HeadFault.FIELD_BLANKS, "a", " b"),
                more("a space behind a value", HeadFault.FIELD_BLANKS, "a", "b "),
                more("a tab behind a value", HeadFault.FIELD_BLANKS, "a", "b\t"),
                more("an empty name", HeadFault.FIELD_NAME, "", "b"),
                more("a name in upper case", HeadFault.UPPER_CASE, "A", "b"),
                more("a name with a space", HeadFault.FIELD_NAME, "a b", "c"),
                more("a name with a colon", HeadFault.FIELD_NAME, "a:b", "c"),
                more("a name with CR LF", HeadFault.FIELD_NAME, "a\r\nb", "c"),
                more("connection", HeadFault.CONNECTION_FIELD, "connection", "close"),
                more("keep-alive", HeadFault.CONNECTION_FIELD, "keep-alive", "5"),
                more("proxy-connection", HeadFault.CONNECTION_FIELD, "proxy-connection", "close"),
                more("transfer-encoding", HeadFault.CONNECTION_FIELD, "transfer-encoding", "chunked"),
                more("upgrade", HeadFault.CONNECTION_FIELD, "upgrade", "h2c"),
                more("TE gzip", HeadFault.CONNECTION_FIELD, "te", "gzip"),
                more("a Content-Length with a plus", HeadFault.LENGTH_SYNTAX, "content-length", "+3"),
                more("a Content-Length twice", HeadFault.LENGTH_TWICE, "content-length", "3", "content-length", "3"),
                more("a Content-Length at the end of the stream", HeadFault.BODY_LENGTH, "content-length", "3"),
                more("a Host that differs", HeadFault.HOST_DIFFERS, "host", "b"),
                more("two Hosts", HeadFault.HOST_TWICE, "host", "a", "host", "a"),
                more("a pseudo-header field that is late", HeadFault.PSEUDO_FIELDS, "a", "b", ":path", "/"),
                more("a pseudo-header field twice", HeadFault.PSEUDO_FIELDS, ":path", "/b"),
                more("a pseudo-header field that nobody knows", HeadFault.PSEUDO_FIELDS, ":a", "b"),
                more("a status in a request", HeadFault.PSEUDO_FIELDS, ":status", "200"),
                more("a protocol without CONNECT", HeadFault.PROTOCOL, ":protocol", "websocket"),
                path("a path with a space", HeadFault.TARGET_BYTES, "/a b"),
                path("a path with a request in it", HeadFault.TARGET_BYTES, "/ HTTP/1.1\u00a0"),
                path("a path with a fragment", HeadFault.TARGET_BYTES, "/a#b"),
                path("an empty path", HeadFault.PSEUDO_FIELDS, ""),
                path("a relative path", HeadFault.TARGET_FORM, "a"),
                path("a URL for a path", HeadFault.TARGET_FORM, "http://b/"),
                path("* for a GET", HeadFault.TARGET_FORM, "*"),
                path("a path above the root", HeadFault.PATH_ABOVE_ROOT, "/.."),
                path("a path that is too long", HeadFault.TARGET_LENGTH, "/" + "a".repeat(8192)),
                vector("no method", HeadFault.PSEUDO_FIELDS, ":scheme", "https", ":authority", "a", ":path", "/"),
                vector("no scheme", HeadFault.PSEUDO_FIELDS, ":method", "GET", ":authority", "a", ":path", "/"),
                vector("no path", HeadFault.PSEUDO_FIELDS, ":method", "GET", ":scheme", "https", ":authority", "a"),
                vector("no authority", HeadFault.HOST_MISSING, ":method", "GET", ":scheme", "https", ":path", "/"),
                vector(
                        "a method with a space",
                        HeadFault.METHOD,
                        ":method",
                        "GET /",
                        ":scheme",
                        "https",
                        ":authority",
                        "a",
                        ":path",
                        "/"),
                vector(
                        "a scheme of its own",
                        HeadFault.TARGET_FORM,
                        ":method",
                        "GET",
                        ":scheme",
                        "file",
                        ":authority",
                        "a",
                        ":path",
                        "/"),
                vector(
                        "an authority with a user",
                        HeadFault.HOST_SYNTAX,
                        ":method",
                        "GET",
                        ":scheme",
                        "https",
                        ":authority",
                        "u@a",
                        ":path",
                        "/"),
                vector("CONNECT", HeadFault.CONNECT, ":method", "CONNECT", ":authority", "a:443"),
                vector("101 fields", HeadFault.TOO_MANY_FIELDS, concat(GET, "a", "b", 101)),
                vector("a head of more than 16 KB", HeadFault.TOO_LARGE, concat(GET, "a", "b".repeat(17_000), 1)));
    }

    private static String[] concat(List<String> start, String name, String value, int times) {
        return Stream.concat(
                        start.stream(),
                        Stream.generate(() -> List.of(name, value)).limit(times).flatMap(List::stream))
                .toArray(String[]::new);
    }

    private static Vector more(String name, @Nullable HeadFault fault, String... fields) {
        return vector(
                name, fault, Stream.concat(GET.stream(), Stream.of(fields)).toArray(String[]::new));
    }

    private static Vector path(String name, HeadFault fault, String path) {
        return vector(name, fault, ":method", "GET", ":scheme", "https", ":authority", "a", ":path", path);
    }

    private static Vector vector(String name, @Nullable HeadFault fault, String... fields) {
        return new Vector(name, Fields.of(fields), true, fault);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void a_vector_is_answered_as_the_table_says(Vector vector) {
        RequestVerdict verdict = Http2Heads.request(vector.fields(), vector.endOfStream(), HeadLimits.STANDARD);

        assertThat(verdict instanceof HeadRefusal no ? no.fault() : null).isEqualTo(vector.fault());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void only_the_stream_is_closed(Vector vector) {
        RequestVerdict verdict = Http2Heads.request(vector.fields(), vector.endOfStream(), HeadLimits.STANDARD);

        assertThat(verdict)
                .satisfiesAnyOf(
                        accepted -> assertThat(accepted).isInstanceOf(AcceptedRequest.class),
                        refused -> assertThat(((HeadRefusal) refused).close()).isFalse());
    }

    @Test
    void what_is_accepted_is_a_head_as_any_other() {
        var fields = Fields.of(
                ":method",
                "POST",
                ":scheme",
                "https",
                ":authority",
                "Shop.example:8443",
                ":path",
                "/a/./b?c",
                "x",
                "y");

        var request = (AcceptedRequest) Http2Heads.request(fields, false, HeadLimits.STANDARD);

        assertThat(request.head().fields()).isEqualTo(Fields.of("x", "y"));
        assertThat(request.target().authority()).isEqualTo("shop.example:8443");
        assertThat(request.target().scheme()).isEqualTo("https");
        assertThat(request.target().inOriginForm()).isEqualTo("/a/b?c");
        assertThat(request.framing()).isEqualTo(Framing.UntilEndOfStream.INSTANCE);
    }

    @Test
    void an_extended_connect_asks_for_its_protocol() {
        var fields = Fields.of(
                ":method",
                "CONNECT",
                ":protocol",
                "websocket",
                ":scheme",
                "https",
                ":authority",
                "a",
                ":path",
                "/chat");

        var request = (AcceptedRequest) Http2Heads.request(fields, false, HeadLimits.STANDARD);

        assertThat(request.upgrade()).isEqualTo("websocket");
        assertThat(request.head().method()).isEqualTo("GET");
    }

    @Test
    void a_response_has_a_status_and_no_other_pseudo_header_field() {
        assertThat(status(Fields.of(":status", "200"))).isEqualTo(200);
        assertThat(status(Fields.of(":status", "20"))).isEqualTo(502);
        assertThat(status(Fields.of(":status", "+20"))).isEqualTo(502);
        assertThat(status(Fields.of())).isEqualTo(502);
        assertThat(status(Fields.of(":status", "200", ":path", "/"))).isEqualTo(502);
        assertThat(status(Fields.of(":status", "200", "connection", "close"))).isEqualTo(502);
        assertThat(status(Fields.of(":status", "200", "content-length", "3"))).isEqualTo(502);
        assertThat(status(Fields.of(":status", "101"))).isEqualTo(502);
    }

    private static int status(Fields fields) {
        return switch (Http2Heads.response(fields, true, Asked.PLAINLY, HeadLimits.STANDARD)) {
            case AcceptedResponse accepted -> accepted.head().status();
            case HeadRefusal no -> no.status();
        };
    }
}
