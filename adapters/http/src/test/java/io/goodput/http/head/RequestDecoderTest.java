package io.goodput.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestDecoderTest {
    private final RequestDecoder decoder = new RequestDecoder(HeadLimits.STANDARD);

    @Test
    void pipelined_heads_come_one_after_the_other() {
        ByteBuffer in = Decoded.bytes("GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nhOST: y\r\n\r\nGET");

        AcceptedRequest first = Decoded.next(decoder, in);
        AcceptedRequest second = Decoded.next(decoder, in);

        assertThat(first.target().path()).isEqualTo("/a");
        assertThat(second.target().path()).isEqualTo("/b");
        assertThat(second.head().fields().name(0)).isEqualTo("hOST");
        assertThat(second.target().authority()).isEqualTo("y");
        assertThat(decoder.isIdle()).isTrue();
        assertThat(decoder.decode(in)).isNull();
        assertThat(decoder.isIdle()).isFalse();
    }

    @Test
    void after_a_refusal_nothing_more_is_read() {
        ByteBuffer in = Decoded.bytes("GET / HTTP/9.9\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: y\r\n\r\n");

        RequestVerdict refused = decoder.decode(in);
        int left = in.remaining();

        assertThat(refused).isEqualTo(new HeadRefusal(HeadFault.VERSION, 505, true));
        assertThat(decoder.decode(in)).isSameAs(refused);
        assertThat(in.remaining()).isEqualTo(left);
    }

    @Test
    void the_host_of_a_url_counts_more_than_that_of_the_field() {
        var request = accepted("GET HTTP://B:81/c/../d?e=../f HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(request.target())
                .isEqualTo(new RequestTarget(RequestTarget.Form.ABSOLUTE, "http", "b:81", "/d", "?e=../f"));
    }

    @Test
    void options_of_a_url_without_a_path_asks_the_server() {
        assertThat(accepted("OPTIONS http://a:81 HTTP/1.1\r\nHost: b\r\n\r\n")
                        .target()
                        .path())
                .isEqualTo("*");
        assertThat(accepted("GET http://a HTTP/1.1\r\nHost: b\r\n\r\n").target().path())
                .isEqualTo("/");
        assertThat(accepted("GET http://a?b HTTP/1.1\r\nHost: b\r\n\r\n")
                        .target()
                        .inOriginForm())
                .isEqualTo("/?b");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, X, true",
        "HTTP/1.1, close, false",
        "HTTP/1.1, 'Foo, CLOSE', false",
        "HTTP/1.0, X, false",
        "HTTP/1.0, keep-alive, true",
        "HTTP/1.0, 'keep-alive, close', false"
    })
    void a_connection_lives_on(String version, String options, boolean persistent) {
        var request = accepted("GET / " + version + "\r\nHost: a\r\nConnection: " + options + "\r\n\r\n");

        assertThat(request.isPersistent()).isEqualTo(persistent);
    }

    @Test
    void an_expectation_of_http_1_0_is_not_heard() {
        String expects = "\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\n";

        assertThat(accepted("POST / HTTP/1.1" + expects).expectsContinue()).isTrue();
        assertThat(new RequestDecoder(HeadLimits.STANDARD).decode(Decoded.bytes("POST / HTTP/1.0" + expects)))
                .isInstanceOfSatisfying(
                        AcceptedRequest.class,
                        request -> assertThat(request.expectsContinue()).isFalse());
    }

    @Test
    void an_upgrade_needs_both_its_fields_and_http_1_1() {
        String get = "GET / HTTP/1.1\r\nHost: a\r\n";

        assertThat(accepted(get + "Connection: Upgrade\r\nUpgrade: WebSocket\r\n\r\n")
                        .upgrade())
                .isEqualTo("websocket");
        assertThat(accepted(get + "Upgrade: WebSocket\r\n\r\n").upgrade()).isEmpty();
        assertThat(accepted(get + "Connection: Upgrade\r\n\r\n").upgrade()).isEmpty();
        assertThat(accepted("GET / HTTP/1.0\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n\r\n")
                        .upgrade())
                .isEmpty();
    }

    @Test
    void what_is_shown_of_a_head_holds_no_secret() {
        var request = accepted("GET /a?token=secret HTTP/1.1\r\nHost: a\r\nCookie: secret\r\n\r\n");

        assertThat(request.head()).hasToString("GET /a HTTP/1.1 Fields[Host, Cookie]");
        assertThat(request.target()).hasToString("a/a");
    }

    private AcceptedRequest accepted(String text) {
        return Decoded.request(text);
    }
}
