package io.goodput.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.http.head.Fields;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length",
                "content_length",
                "Transfer-Encoding",
                "Host",
                "Connection",
                "Trailer",
                "TE",
                "Content-Type",
                "Content-Encoding",
                "Authorization",
                "Set-Cookie",
                "Forwarded",
                "X-Forwarded-For",
                "X-Goodput-Tenant",
                "x_goodput_criticality",
                "traceparent",
                "grpc-timeout"
            })
    void a_trailer_that_a_head_has_decided_is_dropped(String name) {
        assertThat(Trailers.passing(Fields.of(name, "1", "X-Sum", "2"))).isEqualTo(Fields.of("X-Sum", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpc-status", "grpc-message", "Digest", "Server-Timing", "X-Sum", "ETag"})
    void any_other_passes(String name) {
        assertThat(Trailers.passes(name)).isTrue();
    }

    @Test
    void the_last_chunk_has_those_that_pass() {
        var end = ChunkedEncoder.end(Fields.of("Host", "a", "X-Sum", "2"));

        assertThat(StandardCharsets.ISO_8859_1.decode(end).toString()).isEqualTo("0\r\nX-Sum: 2\r\n\r\n");
        assertThat(StandardCharsets.ISO_8859_1
                        .decode(ChunkedEncoder.end(Fields.NONE))
                        .toString())
                .isEqualTo("0\r\n\r\n");
    }

    @Test
    void an_empty_chunk_would_end_the_body_and_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChunkedEncoder.before(0))
                .withMessage("length: 0 (expected: >= 1)");
    }
}
