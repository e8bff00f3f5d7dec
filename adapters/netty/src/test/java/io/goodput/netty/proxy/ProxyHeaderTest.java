package io.goodput.netty.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProxyHeaderTest {
    private static final String SIGNATURE = "\r\n\r\n\0\r\nQUIT\n";

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }

    private static ProxyHeader read(String text) {
        return Objects.requireNonNull(ProxyHeader.read(bytes(text)));
    }

    @Test
    void addresses_of_ipv6_are_read() {
        String zeros = "\0".repeat(15);
        ProxyHeader header = read(SIGNATURE + "\041\041\0\044" + zeros + "\001" + zeros + "\002" + "\0P\1\0");

        assertThat(header.source()).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("::1"), 80));
        assertThat(header.destination()).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("::2"), 256));
        assertThat(header.length()).isEqualTo(16 + 36);
    }

    @Test
    void a_header_that_is_not_whole_takes_more_bytes_and_none_away() {
        String whole = SIGNATURE + "\041\021\0\014" + "abcdefghijkl";
        for (int length = 0; length < whole.length(); length++) {
            ByteBuffer some = bytes(whole.substring(0, length));
            assertThat(ProxyHeader.read(some)).isNull();
            assertThat(some.position()).isZero();
        }
        assertThat(read(whole).source()).isNotNull();
    }

    @Test
    void other_families_tell_no_address() {
        assertThat(read(SIGNATURE + "\041\061\0\1a").source()).isNull();
        assertThat(read(SIGNATURE + "\041\000\0\0").source()).isNull();
        assertThat(read(SIGNATURE + "\040\021\0\014abcdefghijkl").source()).isNull();
    }

    @Test
    void what_is_no_header_of_version_2_is_none() {
        assertThat(read("PROXY TCP4 192.0.2.7 198.51.100.1 4711 443\r\n")).isEqualTo(ProxyHeader.NONE);
        assertThat(read("GET / HTTP/1.1\r\n")).isEqualTo(ProxyHeader.NONE);
        assertThat(read(SIGNATURE + "\021\021\0\0")).isEqualTo(ProxyHeader.NONE);
        assertThat(read(SIGNATURE + "\42\021\0\0")).isEqualTo(ProxyHeader.NONE);
        // Too short for its addresses; longer than is borne.
        assertThat(read(SIGNATURE + "\041\021\0\013abcdefghijk")).isEqualTo(ProxyHeader.NONE);
        assertThat(read(SIGNATURE + "\041\021\010\0")).isEqualTo(ProxyHeader.NONE);
    }
}
