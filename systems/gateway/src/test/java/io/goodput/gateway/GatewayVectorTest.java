package io.goodput.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.peer.RawOrigin;
import io.goodput.vector.RequestVector;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody could take for another request: the origin sees at most the one that is allowed, framed anew. */
@Timeout(60)
class GatewayVectorTest {
    private static final String AFTER = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

    static List<RequestVector> all() {
        return RequestVector.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void the_origin_sees_at_most_the_request_that_is_allowed(RequestVector vector) throws IOException {
        boolean tooLong = vector.text().contains("9223372036854775807");
        boolean refused = vector.fault() != null || tooLong;
        String all;
        List<String> heads;
        try (var origin = RawOrigin.answering("ok")) {
            try (var gateway = new OpenGateway(section(origin));
                    Socket socket = gateway.connect()) {
                socket.getOutputStream().write(vector.bytes());
                if (refused) {
                    socket.getOutputStream().write(AFTER.getBytes(StandardCharsets.ISO_8859_1));
                    all = rest(socket);
                } else {
                    all = answer(socket);
                }
            }
            heads = origin.headsToTheEnd();
        }
        if (refused) {
            int status = tooLong ? 413 : vector.status();
            assertThat(all).startsWith("HTTP/1.1 " + status + " ").contains("\r\nConnection: close\r\n");
            assertThat(heads).hasSizeLessThanOrEqualTo(1).allMatch(head -> !head.contains("smuggled"));
        } else {
            assertThat(all).startsWith("HTTP/1.1 200 ");
            assertThat(heads).hasSize(1);
            assertThat(framings(heads.getFirst())).isLessThanOrEqualTo(1);
        }
    }

    private static String section(RawOrigin origin) {
        return "upstreams: {all: [\"" + origin.url() + "\"]}\nroutes: {all: {upstream: all}}";
    }

    private static long framings(String head) {
        return head.lines()
                .map(String::toLowerCase)
                .filter(line -> line.startsWith("content-length:") || line.startsWith("transfer-encoding:"))
                .count();
    }

    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "reset";
        }
    }

    /** Of the final answer its head and its body of two bytes. */
    private static String answer(Socket socket) throws IOException {
        var text = new StringBuilder();
        while (!text.toString().endsWith("ok")) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                break;
            }
            text.append((char) b);
            if (text.toString().endsWith("\r\n\r\n") && text.toString().startsWith("HTTP/1.1 100 ")) {
                text.setLength(0);
            }
        }
        return text.toString();
    }
}
