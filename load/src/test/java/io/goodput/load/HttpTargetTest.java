package io.goodput.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTargetTest {
    private static final byte[] NOTHING = {};

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/x", "http://127.8.9.1/", "http://localhost:8080", "https://[::1]/a?b=c"})
    void this_machine_needs_no_consent(String url) {
        assertThatCode(() -> HttpTarget.of(url, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://example.org/",
                "http://127.0.0.1.example.org/",
                "http://localhost.example.org/",
                "http://127.1.example/",
                "http://[::2]/",
                "http://0.0.0.0/"
            })
    void another_machine_is_refused_without_consent(String url) {
        assertThatThrownBy(() -> HttpTarget.of(url, null)).hasMessageContaining("is not this machine");
    }

    @Test
    void consent_names_exactly_the_host() {
        assertThatCode(() -> HttpTarget.of("http://example.org/", "example.org"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> HttpTarget.of("http://example.org/", "org"))
                .hasMessage("allow-remote: org is not the host of the URL (expected: example.org)");
        assertThatThrownBy(() -> HttpTarget.of("http://example.org/", "example.org:80"))
                .hasMessageContaining("is not the host");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ftp://127.0.0.1/x         | expected: http://host:port/path, or https
            127.0.0.1:80              | expected: http://host:port/path
            file:///etc/passwd        | expected: http://host:port/path, or https
            http://me:pw@127.0.0.1/   | has a user in it
            http://127.0.0.1/a b      | expected: http://host:port/path
            """)
    void bad_urls_say_what_was_expected(String url, String message) {
        assertThatThrownBy(() -> HttpTarget.of(url, null)).hasMessageContaining(message);
    }

    @Test
    void bad_requests_say_what_was_expected() {
        HttpTarget target = HttpTarget.of("http://127.0.0.1/", null);

        assertThatThrownBy(() -> target.request("get", NOTHING)).hasMessageContaining("expected: one such as GET");
        assertThatThrownBy(() -> target.request("CONNECT", NOTHING)).hasMessageContaining("expected: one such as GET");
        assertThatThrownBy(() -> target.request("POST", new byte[HttpTarget.MOST_BODY + 1]))
                .hasMessageContaining("at most 1048576");
        assertThatThrownBy(() -> target.headers(List.of("no colon"))).hasMessageContaining("Name: value");
        assertThatThrownBy(() -> target.headers(List.of("Host: x"))).hasMessageContaining("restricted header");
    }

    @Test
    void method_headers_and_body_are_sent_and_the_query_is_not_shown() {
        HttpTarget target = HttpTarget.of("http://127.0.0.1:9/a?token=secret", null)
                .request("POST", new byte[] {1, 2})
                .headers(List.of("Accept: text/plain"));

        assertThat(target.method()).isEqualTo("POST");
        assertThat(target.body()).hasSize(2);
        assertThat(target.headers()).containsExactly(new HttpTarget.Header("Accept", "text/plain"));
        assertThat(target.pathAndQuery()).isEqualTo("/a?token=secret");
        assertThat(target.shown()).isEqualTo("http://127.0.0.1:9/a?...");
    }
}
