package io.goodput.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Origins, good and bad. */
class ResponseDecoderTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    static Stream<Arguments> framings() {
        return Stream.of(
                Arguments.of("a length", OK + "Content-Length: 3\r\n\r\n", Asked.PLAINLY, new Framing.Length(3)),
                Arguments.of(
                        "chunks", OK + "Transfer-Encoding: chunked\r\n\r\n", Asked.PLAINLY, Framing.Chunked.INSTANCE),
                Arguments.of("neither", OK + "\r\n", Asked.PLAINLY, Framing.UntilClose.INSTANCE),
                Arguments.of(
                        "no reason and no space", "HTTP/1.1 200\r\n\r\n", Asked.PLAINLY, Framing.UntilClose.INSTANCE),
                Arguments.of("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\n", Asked.PLAINLY, Framing.UntilClose.INSTANCE),
                none("HEAD with a length", OK + "Content-Length: 3\r\n\r\n", Asked.FOR_HEAD),
                none("HEAD with chunks", OK + "Transfer-Encoding: chunked\r\n\r\n", Asked.FOR_HEAD),
                none("204 with a length", "HTTP/1.1 204 No\r\nContent-Length: 3\r\n\r\n", Asked.PLAINLY),
                none("304 with a length", "HTTP/1.1 304 No\r\nContent-Length: 3\r\n\r\n", Asked.PLAINLY),
                none("304 with chunks", "HTTP/1.1 304 No\r\nTransfer-Encoding: chunked\r\n\r\n", Asked.PLAINLY),
                none("100", "HTTP/1.1 100 Continue\r\n\r\n", Asked.PLAINLY),
                none("103 with a length", "HTTP/1.1 103 Early Hints\r\nContent-Length: 3\r\n\r\n", Asked.PLAINLY),
                Arguments.of(
                        "101 that was asked for",
                        "HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n",
                        Asked.FOR_TUNNEL,
                        Framing.Tunnel.INSTANCE),
                Arguments.of(
                        "200 where a tunnel was asked for",
                        OK + "Content-Length: 3\r\n\r\n",
                        Asked.FOR_TUNNEL,
                        new Framing.Length(3)));
    }

    private static Arguments none(String name, String text, Asked asked) {
        return Arguments.of(name, text, asked, Framing.None.INSTANCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("framings")
    void the_body_ends(String name, String text, Asked asked, Framing framing) {
        assertThat(decode(text, asked))
                .isInstanceOfSatisfying(
                        AcceptedResponse.class,
                        response -> assertThat(response.framing()).isEqualTo(framing));
    }

    static Stream<Arguments> badOrigins() {
        return Stream.of(
                Arguments.of("garbage", "\u0016\u0003\u0001\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("a NUL", "\0\0\0\r\n\r\n", HeadFault.NUL),
                Arguments.of("a page without a head", "<html>\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("HTTP/2.0", "HTTP/2.0 200 OK\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("ICY", "ICY 200 OK\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("two digits", "HTTP/1.1 20 OK\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("four digits", "HTTP/1.1 2000 OK\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("a status below 100", "HTTP/1.1 099 OK\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("a status with a sign", "HTTP/1.1 +20 OK\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("two spaces", "HTTP/1.1  200 OK\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("a control character in the reason", "HTTP/1.1 200 \u0001\r\n\r\n", HeadFault.STATUS_LINE),
                Arguments.of("bare LF", "HTTP/1.1 200 OK\n\n", HeadFault.BARE_LF),
                Arguments.of("obs-fold", OK + "A: b\r\n c\r\n\r\n", HeadFault.FOLDED),
                Arguments.of("no colon", OK + "abc\r\n\r\n", HeadFault.NO_COLON),
                Arguments.of(
                        "CL and TE",
                        OK + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
                        HeadFault.LENGTH_AND_CODING),
                Arguments.of("CL that is none", OK + "Content-Length: x\r\n\r\n", HeadFault.LENGTH_SYNTAX),
                Arguments.of("CL twice", OK + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n", HeadFault.LENGTH_TWICE),
                Arguments.of("TE gzip", OK + "Transfer-Encoding: gzip, chunked\r\n\r\n", HeadFault.CODING_UNKNOWN),
                Arguments.of(
                        "TE in HTTP/1.0",
                        "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                        HeadFault.CODING_IN_1_0),
                Arguments.of("101 unasked", "HTTP/1.1 101 Switching\r\n\r\n", HeadFault.UNASKED_SWITCH),
                Arguments.of("a head of 1 MB", OK + "A: " + "b".repeat(1 << 20), HeadFault.TOO_LARGE),
                Arguments.of("a first line of 1 MB", "H".repeat(1 << 20), HeadFault.TOO_LARGE),
                Arguments.of("101 fields", OK + "A: b\r\n".repeat(101) + "\r\n", HeadFault.TOO_MANY_FIELDS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badOrigins")
    void a_bad_origin_is_a_502_and_its_connection_is_closed(String name, String text, HeadFault fault) {
        assertThat(decode(text, Asked.PLAINLY)).isEqualTo(new HeadRefusal(fault, 502, true));
    }

    @Test
    void an_interim_head_is_followed_by_another() {
        var decoder = new ResponseDecoder(HeadLimits.STANDARD);
        ByteBuffer in =
                Decoded.bytes("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + OK + "Content-Length: 1\r\n\r\nx");

        AcceptedResponse first = Decoded.next(decoder, in, Asked.PLAINLY);
        AcceptedResponse second = Decoded.next(decoder, in, Asked.PLAINLY);

        assertThat(first.head().isInterim()).isTrue();
        assertThat(second.head().isInterim()).isFalse();
        assertThat(second.head().fields()).isEqualTo(Fields.of("Content-Length", "1"));
        assertThat(in.remaining()).isEqualTo(1);
    }

    @Test
    void a_connection_lives_on_if_both_version_and_framing_allow_it() {
        assertThat(persists(OK + "Content-Length: 0\r\n\r\n")).isTrue();
        assertThat(persists(OK + "Connection: close\r\nContent-Length: 0\r\n\r\n"))
                .isFalse();
        assertThat(persists(OK + "\r\n")).isFalse();
        assertThat(persists("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")).isFalse();
        assertThat(persists("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 0\r\n\r\n"))
                .isTrue();
    }

    private static boolean persists(String text) {
        return decode(text, Asked.PLAINLY) instanceof AcceptedResponse response && response.isPersistent();
    }

    private static @Nullable ResponseVerdict decode(String text, Asked asked) {
        return new ResponseDecoder(HeadLimits.STANDARD).decode(Decoded.bytes(text), asked);
    }
}
