package io.goodput.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusDecoderTest {
    private static int status(ByteBuf block) throws Http2Exception {
        int status = StatusDecoder.statusOf(new StatusDecoder().decodeHeaders(1, block));
        assertThat(block.isReadable()).isFalse();
        return status;
    }

    private static ByteBuf bytes(String hex) {
        ByteBuf out = Unpooled.buffer();
        for (int i = 0; i < hex.length(); i += 2) {
            out.writeByte(Integer.parseInt(hex, i, i + 2, 16));
        }
        return out;
    }

    /** Huffman codes or not, first with the change of the table's size that has to come. */
    @Property(tries = 300)
    void what_another_encoder_writes_is_read(
            @ForAll @IntRange(min = 100, max = 599) int status, @ForAll boolean huffman) throws Http2Exception {
        var encoder =
                new DefaultHttp2HeadersEncoder(Http2HeadersEncoder.NEVER_SENSITIVE, false, 16, huffman ? 0 : 1_000);
        encoder.configuration().maxHeaderTableSize(0);
        var headers = new DefaultHttp2Headers()
                .status(Integer.toString(status))
                .add("server", "x")
                .add("x-y", "z");
        for (int time = 0; time < 2; time++) {
            ByteBuf block = Unpooled.buffer();
            encoder.encodeHeaders(1, headers, block);
            assertThat(status(block)).isEqualTo(status);
        }
    }

    /** Golden bytes: of the static table, literals with and without indexing, trailers; RFC 7541, appendix C.6. */
    @ParameterizedTest
    @CsvSource({
        "88, 200",
        "2020 8e 61 00, 500",
        "4803333037, 307",
        "4882 6402 5885, 302",
        "4883 640eff, 307",
        "0803353033, 503",
        "1803353033, 503",
        "00 03 612d62 01 63, 0",
        "be, 0",
    })
    void a_status_comes_in_many_forms(String hex, int status) throws Http2Exception {
        assertThat(status(bytes(hex.replace(" ", "")))).isEqualTo(status);
    }

    @Test
    void a_block_that_ends_in_a_field_is_refused() {
        assertThatThrownBy(() -> status(bytes("480333"))).isInstanceOf(Http2Exception.class);
        assertThatThrownBy(() -> status(bytes(""))).isInstanceOf(Http2Exception.class);
    }
}
