package io.goodput.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.Configuration;
import io.goodput.config.Sections;
import io.goodput.config.language.YamlFile;
import io.goodput.retry.ReplayRule;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaySettingsTest {
    private static final String HEAD = "upstreams: {shop: [\"http://127.0.0.1:9001\"]}\n";

    private static Configuration read(String section) {
        var decoder = Sections.none().with(GatewaySection.GATEWAY).decoder();
        String text = "goodput: 1\ngateway:\n" + section.indent(2);
        return YamlFile.parse("g.yaml", text, Map.<String, String>of()::get, decoder);
    }

    private static GatewaySettings settings(String section) {
        return read(section).get(GatewaySection.GATEWAY);
    }

    @Test
    void what_is_written_is_read_again() {
        Configuration all = read(HEAD + """
                listeners: [{port: 0, address: 0.0.0.0, insecure: true}]
                trusted-proxies: [10.0.0.0/8, 127.0.0.1]
                routes:
                  shop:
                    host: "*.shop.example"
                    path: /shop
                    method: GET
                    header: {x-beta: "1"}
                    upstream: shop
                    rewrite: {path: /, host: in.example}
                    guard: {timeout: 300ms, retry: standard, breaker: standard}
                    server: {limit: 64, admission: standard}
                    criticality: sheddable
                    tenant: x-tenant
                    replay: 1KiB
                  old: {path: /old, redirect: {to: "https://shop.example"}}
                  ping: {answer: {status: 200, text: pong}}
                """);
        var decoder = Sections.none().with(GatewaySection.GATEWAY).decoder();

        assertThat(YamlFile.parse("again.yaml", all.toYaml(), Map.<String, String>of()::get, decoder))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{upstream: shop}                                            | IDEMPOTENT",
                "{upstream: shop, guard: {retry: standard}}                  | IDEMPOTENT",
                "{upstream: shop, guard: {retry: {attempts: 2}}}             | IDEMPOTENT",
                "{upstream: shop, guard: {retry: {attempts: 2, replay: any}}}| ANY"
            })
    void retries_are_of_what_may_be_sent_twice_unless_it_says_other(String route, ReplayRule expected) {
        GatewaySettings settings = settings(HEAD + "routes: {a: " + route + "}");

        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(settings.routes().get("a"))
                                        .guard()
                                        .retry())
                        .replay())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "routes: {a: {upstrem: shop}}            | did you mean upstream?",
                "routes: {a: {upstream: shp}}            | shp: unknown upstream, did you mean shop?",
                "routes: {a: {path: /x}}                 | no end (expected: one of upstream, redirect, answer)",
                "routes: {a: {upstream: shop, path: x}}  | path: x (expected: a path such as /shop",
                "routes: {a: {upstream: shop, path: /x/../y}} | without encodings, dots or empty segments",
                "routes: {a: {upstream: shop, guard: {hedge: standard}}} | a gateway does not hedge yet",
                "routes: {a: {upstream: shop, guard: {balance: {endpoints: [b]}}}} | the upstream has them",
                "routes: {a: {answer: {status: 200}, guard: {timeout: 1s}}} | without an upstream",
                "'listeners: [{address: 0.0.0.0}]\nroutes: {a: {upstream: shop}}' | can be reached from other machines",
                "'trusted-proxies: [10.0.0.0/64]\nroutes: {a: {upstream: shop}}' | no range of addresses",
                "routes: {a: {redirect: {to: \"//evil\"}}} | an address such as https://shop.example, or a path",
            })
    void what_cannot_be_is_refused_with_its_place(String rest, String message) {
        assertThatThrownBy(() -> settings(HEAD + rest))
                .hasMessageContaining("g.yaml:")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"https://a:1", "http://a/path", "http://u@a", "a:80", "http://a:0", "http://a?b"})
    void an_origin_is_scheme_host_and_port_alone(String url) {
        assertThatThrownBy(() -> settings("upstreams: {a: [\"" + url + "\"]}\nroutes: {a: {upstream: a}}"))
                .hasMessageContaining("no origin (expected: a URL such as http://127.0.0.1:9001");
    }
}
