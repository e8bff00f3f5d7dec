package io.goodput.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalPathTest {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/b, /a/b",
        "/a/, /a/",
        "//, /",
        "//a///b//, /a/b/",
        "/./a, /a",
        "/a/., /a/",
        "/a/.., /",
        "/a/../, /",
        "/a/b/../c, /a/c",
        "/a/b/.., /a/",
        "/a//../b, /b",
        "/a/%2e%2E/b, /b",
        "/a/%2e/b, /a/b",
        "/%61%7e%2d, /a~-",
        "/a%2fb%3f, /a%2Fb%3F",
        "/a%5cb, /a%5Cb",
        "/%252e%252e/a, /%252e%252e/a",
        "/.well-known/a, /.well-known/a",
        "/a.../b, /a.../b",
        "/.../b, /.../b",
        "/a;x=../b, /a;x=../b",
        "/%3b, /%3B"
    })
    void a_path_has_one_form(String raw, String normal) {
        assertThat(normal(raw)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "/.., PATH_ABOVE_ROOT",
        "/a/../.., PATH_ABOVE_ROOT",
        "//../a, PATH_ABOVE_ROOT",
        "/%2e%2e, PATH_ABOVE_ROOT",
        "/a/..%2fb, PATH_HIDDEN_DOTS",
        "/a/%2e%2e%2Fb, PATH_HIDDEN_DOTS",
        "/a/b%2f.., PATH_HIDDEN_DOTS",
        "/a/b%5c..%5cc, PATH_HIDDEN_DOTS",
        "/a/.%2fb, PATH_HIDDEN_DOTS",
        "/a/..;/b, PATH_HIDDEN_DOTS",
        "/a/.;x=y/b, PATH_HIDDEN_DOTS",
        "/a/..;%2f, PATH_HIDDEN_DOTS",
        "/a/%2e%2e;x, PATH_HIDDEN_DOTS",
        "/a%, PATH_ENCODING",
        "/a%1, PATH_ENCODING",
        "/a%zz, PATH_ENCODING",
        "/a%1/b, PATH_ENCODING",
        "/%%32e, PATH_ENCODING",
        "/a%00, PATH_ENCODING",
        "/a\\b, PATH_BACKSLASH"
    })
    void a_path_that_servers_differ_about_is_refused(String raw, HeadFault fault) {
        assertThat(NormalPath.of(raw, 0, raw.length()).fault()).isEqualTo(fault);
        assertThat(NormalPath.isPlain(raw, 0, raw.length())).isFalse();
    }

    @Provide
    Gen<String> paths() {
        Gen<String> part = Gen.of(
                "a", "b", "/", ".", "..", "%2e", "%2E", "%2f", "%5c", ";", "%", "%25", "/../", "//", "%41", "%c3%a9",
                "5", "e", "~");
        return choices -> {
            var text = new StringBuilder("/");
            for (int left = Gen.ints(0, 12).from(choices); left > 0; left--) {
                text.append(part.from(choices));
            }
            return text.toString();
        };
    }

    @Property(tries = 20_000)
    void a_normal_path_is_its_own_normal_form_and_has_no_dots_and_no_empty_segments(@ForAll("paths") String raw) {
        NormalPath path = NormalPath.of(raw, 0, raw.length());
        if (path.fault() == null) {
            String normal = path.toString();
            assertThat(normal(normal)).isEqualTo(normal);
            assertThat(normal).startsWith("/").doesNotContain("//");
            assertThat((normal + "/")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace("%2f", "/")
                            .replace("%5c", "/"))
                    .doesNotContain("/../")
                    .doesNotContain("/./");
        }
    }

    @Property(tries = 20_000)
    void a_path_that_is_left_as_it_is_was_normal(@ForAll("paths") String raw) {
        if (NormalPath.isPlain(raw, 0, raw.length())) {
            assertThat(normal(raw)).isEqualTo(raw);
        }
    }

    private static String normal(String raw) {
        NormalPath path = NormalPath.of(raw, 0, raw.length());
        assertThat(path.fault()).isNull();
        return path.toString();
    }
}
