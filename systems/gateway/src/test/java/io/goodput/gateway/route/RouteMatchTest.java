package io.goodput.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestHead;
import io.goodput.http.head.RequestTarget;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteMatchTest {
    private static AcceptedRequest request(String method, String authority, String path, Fields fields) {
        var target = new RequestTarget(RequestTarget.Form.ORIGIN, "", authority, path, "");
        var head = new RequestHead(method, path, HttpVersion.HTTP_1_1, fields);
        return new AcceptedRequest(head, target, Framing.None.INSTANCE, List.of(), false, "");
    }

    private static RouteMatch match(String host, String path, String method, String... header) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.length; i += 2) {
            fields.put(header[i], header[i + 1]);
        }
        return new RouteMatch(host, path, method, fields);
    }

    @ParameterizedTest
    @CsvSource({
        "/shop,  /shop,    true",
        "/shop,  /shop/,   true",
        "/shop,  /shop/1,  true",
        "/shop,  /shopping,false",
        "/shop/, /shop,    false",
        "/shop/, /shop/1,  true",
        "/,      /a,       true",
        "/,      *,        false",
        "'',     *,        true"
    })
    void a_path_fits_in_whole_segments(String prefix, String path, boolean fits) {
        assertThat(match("", prefix, "").fits(request("GET", "a", path, Fields.NONE)))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example,   shop.example,     true",
        "Shop.Example,   shop.example:80,  true",
        "shop.example,   a.shop.example,   false",
        "*.shop.example, a.shop.example:1, true",
        "*.shop.example, shop.example,     false",
        "*.shop.example, .shop.example,    false",
        "[::1],          [::1]:8080,       true",
        "shop.example,   '',               false"
    })
    void a_host_fits_without_its_port(String host, String authority, boolean fits) {
        assertThat(match(host, "", "").fits(request("GET", authority, "/", Fields.NONE)))
                .isEqualTo(fits);
    }

    @Test
    void a_field_fits_that_is_there_once() {
        RouteMatch match = match("", "", "", "x-beta", "1");

        assertThat(match.fits(request("GET", "a", "/", Fields.of("X-Beta", "1"))))
                .isTrue();
        assertThat(match.fits(request("GET", "a", "/", Fields.of("X-Beta", "1", "x-beta", "1"))))
                .isFalse();
        assertThat(match.fits(request("GET", "a", "/", Fields.NONE))).isFalse();
    }

    @Test
    void the_first_that_fits_counts() {
        var table = new RoutingTable<>(
                List.of("a", "b"), route -> route.equals("a") ? match("", "/a", "") : RouteMatch.ANY);

        assertThat(table.find(request("GET", "h", "/a/1", Fields.NONE))).isEqualTo("a");
        assertThat(table.find(request("GET", "h", "/c", Fields.NONE))).isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "/shop,  /,     /shop,    /",
        "/shop,  /,     /shop/1,  /1",
        "/shop,  /in,   /shop/1,  /in/1",
        "/shop/, /in/,  /shop/1,  /in/1",
        "'',     /in,   /a,       /in/a",
        "/shop,  '',    /shop/1,  /shop/1"
    })
    void a_prefix_is_moved_with_one_slash_where_they_meet(String prefix, String to, String path, String sent) {
        var target = new RequestTarget(RequestTarget.Form.ORIGIN, "", "a", path, "?q");

        RequestTarget moved = new Rewriting(to, "").of(target, prefix, "origin:1");

        assertThat(moved.inOriginForm()).isEqualTo(sent + "?q");
        assertThat(moved.authority()).isEqualTo("a");
    }
}
