package io.goodput.load.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Http1AnswersTest {
    /** Three answers as a server may send them on one connection. */
    private static final String THREE = """
            HTTP/1.1 103 Early Hints
            Link: </x>

            HTTP/1.1 200 OK
            Content-Type: text/plain
            Content-LENGTH:  5\s

            helloHTTP/1.1 503
            transfer-encoding: Chunked

            3;a=b
            abc
            0A
            0123456789
            0
            Trailer: x

            HTTP/1.0 204 No Content

            """.replace("\n", "\r\n");

    private record Seen(int status, long bytes, boolean keepsAlive) {}

    /** Everything that was seen, where the bytes came in pieces of that size. */
    private static List<Seen> seen(String text, int piece) throws MalformedAnswerException {
        byte[] data = text.getBytes(ISO_8859_1);
        List<Seen> all = new ArrayList<>();
        var answers = new Http1Answers();
        answers.expect(false);
        int at = 0;
        while (at < data.length) {
            int to = Math.min(data.length, at + piece);
            int unseen = (int) Math.min(answers.skippable(), to - at);
            if (unseen > 0) {
                answers.skip(unseen);
                at += unseen;
            } else {
                at = answers.take(data, at, to);
            }
            if (answers.isComplete()) {
                all.add(new Seen(answers.status(), answers.bodyBytes(), answers.keepsAlive()));
                answers.expect(false);
            }
        }
        return all;
    }

    @Property(tries = 200)
    void answers_end_where_they_end_however_the_bytes_come(@ForAll @IntRange(min = 1, max = 300) int piece)
            throws MalformedAnswerException {
        assertThat(seen(THREE, piece))
                .containsExactly(new Seen(200, 5, true), new Seen(503, 13, true), new Seen(204, 0, false));
    }

    @Test
    void an_answer_to_head_has_no_body() throws MalformedAnswerException {
        byte[] data = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".getBytes(ISO_8859_1);
        var answers = new Http1Answers();
        answers.expect(true);

        assertThat(answers.take(data, 0, data.length)).isEqualTo(data.length);
        assertThat(answers.isComplete()).isTrue();
        assertThat(answers.bodyBytes()).isZero();
    }

    @Test
    void a_body_without_a_length_ends_with_the_connection() throws MalformedAnswerException {
        byte[] data = "HTTP/1.1 200 OK\r\n\r\nabc".getBytes(ISO_8859_1);
        var answers = new Http1Answers();
        answers.expect(false);

        assertThat(answers.take(data, 0, data.length)).isEqualTo(data.length);
        assertThat(answers.isComplete()).isFalse();
        assertThat(answers.endsWithConnection()).isTrue();
        assertThat(answers.bodyBytes()).isEqualTo(3);
        assertThat(answers.keepsAlive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1, close, false", "HTTP/1.1, x, true", "HTTP/1.0, x, false", "HTTP/1.0, Keep-Alive, true"})
    void a_connection_is_kept_as_its_version_and_header_say(String version, String connection, boolean kept)
            throws MalformedAnswerException {
        String text = version + " 200 OK\r\nConnection: " + connection + "\r\nContent-Length: 0\r\n\r\n";

        assertThat(seen(text, 1_000)).containsExactly(new Seen(200, 0, kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200 OK\r\n",
                "HTTP/1.1 20 OK\r\n",
                "HTTP/1.1  200 OK\r\n",
                "HTTP/1.1 2000 OK\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n",
                "HTTP/1.1 200 OK\r\n: no name\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1234567890123456\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n+3\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n",
            })
    void what_is_no_answer_is_refused(String text) {
        assertThatThrownBy(() -> seen(text, 7)).isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void a_head_without_end_is_refused() {
        assertThatThrownBy(() -> seen("HTTP/1.1 200 OK\r\nX: " + "x".repeat(Http1Answers.LONGEST_HEAD), 5_000))
                .hasMessageContaining("bytes");
    }
}
