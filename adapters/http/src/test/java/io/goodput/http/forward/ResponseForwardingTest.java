package io.goodput.http.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Asked;
import io.goodput.http.head.Decoded;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadLimits;
import io.goodput.http.head.Http2Heads;
import io.goodput.http.head.HttpVersion;
import org.junit.jupiter.api.Test;

class ResponseForwardingTest {
    private static final String OK = "HTTP/1.1 200 OK";
    private static final Reply HTTP_1 = new Reply(HttpVersion.HTTP_1_1, true, "", Fields.NONE);
    private static final Reply HTTP_1_CLOSING = new Reply(HttpVersion.HTTP_1_1, false, "", Fields.NONE);
    private static final Reply HTTP_1_0 = new Reply(HttpVersion.HTTP_1_0, true, "", Fields.NONE);
    private static final Reply HTTP_2 = new Reply(HttpVersion.HTTP_2, true, "", Fields.NONE);

    /** vertx-http-proxy #152: of responses, too. */
    @Test
    void what_is_for_one_hop_and_what_connection_names_stays_there() {
        ForwardedResponse back = back(
                HTTP_1,
                OK,
                "Connection: close, X-Hop, Content-Length",
                "Keep-Alive: 1",
                "X-Hop: 2",
                "Upgrade: h2c",
                "Proxy-Authenticate: x",
                "Trailer: y",
                "ETag: z",
                "Content-Length: 3");

        assertThat(back.head().fields()).isEqualTo(Fields.of("Trailer", "y", "ETag", "z", "Content-Length", "3"));
        assertThat(back.closes()).isFalse();
    }

    @Test
    void no_banner_is_added_and_names_are_lower_case_to_http_2() {
        assertThat(back(HTTP_2, OK, "Server: x", "Content-Length: 3").head().fields())
                .isEqualTo(Fields.of("server", "x", "content-length", "3"));
        assertThat(back(HTTP_1, OK, "Content-Length: 3").head().fields()).isEqualTo(Fields.of("Content-Length", "3"));
    }

    @Test
    void a_body_is_framed_for_the_client_that_gets_it() {
        assertThat(back(HTTP_1, OK).framing()).isEqualTo(Framing.Chunked.INSTANCE);
        assertThat(back(HTTP_1, OK, "Transfer-Encoding: chunked").framing()).isEqualTo(Framing.Chunked.INSTANCE);
        assertThat(back(HTTP_2, OK, "Transfer-Encoding: chunked").framing())
                .isEqualTo(Framing.UntilEndOfStream.INSTANCE);
        assertThat(back(HTTP_1, OK, "Transfer-Encoding: chunked").head().fields())
                .isEqualTo(Fields.of("Transfer-Encoding", "chunked"));
    }

    @Test
    void to_http_1_0_a_body_without_a_length_ends_with_the_connection() {
        ForwardedResponse back = back(HTTP_1_0, OK, "Transfer-Encoding: chunked");

        assertThat(back.framing()).isEqualTo(Framing.UntilClose.INSTANCE);
        assertThat(back.head().fields()).isEqualTo(Fields.of("Connection", "close"));
        assertThat(back.closes()).isTrue();
        assertThat(back(HTTP_1_0, OK, "Content-Length: 1").head().fields().first("Connection"))
                .isEqualTo("keep-alive");
    }

    @Test
    void whoever_closes_says_so() {
        ForwardedResponse back = back(HTTP_1_CLOSING, OK, "Content-Length: 1");

        assertThat(back.closes()).isTrue();
        assertThat(back.head().fields().first("Connection")).isEqualTo("close");
    }

    /** envoy #9274, #16071: no body whatever the fields say; a 304 keeps the length of the origin. */
    @Test
    void head_204_and_304_have_no_body_and_304_keeps_its_length() {
        ForwardedResponse notModified = back(HTTP_1, "HTTP/1.1 304 Not Modified", "Content-Length: 3");
        assertThat(notModified.framing()).isEqualTo(Framing.None.INSTANCE);
        assertThat(notModified.head().fields()).isEqualTo(Fields.of("Content-Length", "3"));

        ForwardedResponse noContent =
                back(HTTP_1, "HTTP/1.1 204 No Content", "Content-Length: 3", "Transfer-Encoding: chunked");
        assertThat(noContent.framing()).isEqualTo(Framing.None.INSTANCE);
        assertThat(noContent.head().fields()).isEqualTo(Fields.NONE);

        AcceptedResponse head = accepted(Asked.FOR_HEAD, OK, "Content-Length: 3", "Transfer-Encoding: chunked");
        ForwardedResponse toHead = ResponseForwarding.forward(head, true, HTTP_1);
        assertThat(toHead.framing()).isEqualTo(Framing.None.INSTANCE);
        assertThat(toHead.head().fields().first("Transfer-Encoding")).isNull();
        assertThat(toHead.head().fields().first("Content-Length")).isEqualTo("3");
    }

    @Test
    void a_length_of_nothing_that_is_none_is_not_passed_on() {
        assertThat(back(HTTP_1, "HTTP/1.1 304 Not Modified", "Content-Length: +3")
                        .head()
                        .fields())
                .isEqualTo(Fields.NONE);
        assertThat(back(HTTP_1, "HTTP/1.1 304 Not Modified", "Content-Length: 3", "Content-Length: 4")
                        .head()
                        .fields())
                .isEqualTo(Fields.NONE);
    }

    /** zuul #2147: hop-by-hop fields leave 103 too. */
    @Test
    void an_interim_head_passes_without_framing_and_without_what_is_for_one_hop() {
        ForwardedResponse hints = back(
                HTTP_1_CLOSING,
                "HTTP/1.1 103 Early Hints",
                "Connection: X-Hop",
                "X-Hop: 1",
                "Link: a",
                "Content-Length: 3",
                "Transfer-Encoding: chunked");

        assertThat(hints.head().fields()).isEqualTo(Fields.of("Link", "a"));
        assertThat(hints.closes()).isFalse();
    }

    @Test
    void a_tunnel_begins_as_the_clients_version_has_it() {
        AcceptedResponse switching = accepted(
                Asked.FOR_TUNNEL,
                "HTTP/1.1 101 Switching",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Accept: k");

        ForwardedResponse toHttp1 = ResponseForwarding.forward(
                switching, false, new Reply(HttpVersion.HTTP_1_1, true, "websocket", Fields.NONE));
        ForwardedResponse toHttp2 = ResponseForwarding.forward(
                switching, false, new Reply(HttpVersion.HTTP_2, true, "websocket", Fields.NONE));

        assertThat(toHttp1.head().status()).isEqualTo(101);
        assertThat(toHttp1.head().fields())
                .isEqualTo(Fields.of("Sec-WebSocket-Accept", "k", "Connection", "Upgrade", "Upgrade", "websocket"));
        assertThat(toHttp2.head().status()).isEqualTo(200);
        assertThat(toHttp2.head().fields()).isEqualTo(Fields.NONE);
    }

    /** envoy #18120. */
    @Test
    void trailers_of_http_2_beside_a_length_come_in_chunks() {
        var fields = Fields.of(":status", "200", "content-length", "3", "trailer", "x-sum");
        var response = (AcceptedResponse) Http2Heads.response(fields, false, Asked.PLAINLY, HeadLimits.STANDARD);

        assertThat(ResponseForwarding.forward(response, false, HTTP_1).framing())
                .isEqualTo(Framing.Chunked.INSTANCE);
        assertThat(ResponseForwarding.forward(response, false, HTTP_1_0).framing())
                .isEqualTo(new Framing.Length(3));
    }

    private static ForwardedResponse back(Reply reply, String line, String... fields) {
        return ResponseForwarding.forward(accepted(Asked.PLAINLY, line, fields), false, reply);
    }

    private static AcceptedResponse accepted(Asked asked, String line, String... fields) {
        String text = line + "\r\n" + String.join("\r\n", fields) + (fields.length == 0 ? "\r\n" : "\r\n\r\n");
        return Decoded.response(text, asked);
    }
}
