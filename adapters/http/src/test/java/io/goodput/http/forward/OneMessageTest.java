package io.goodput.http.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.body.ChunkedEncoder;
import io.goodput.http.body.ReadRequest;
import io.goodput.http.body.Trailers;
import io.goodput.http.forward.SecondParser.Parsed;
import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadLimits;
import io.goodput.http.head.Http2Heads;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestTarget;
import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import io.goodput.vector.MutatedMessages;
import io.goodput.vector.RequestVector;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes in, what comes out is exactly one message, to our decoder and to somebody else's. In the build that is
 * tried with 100,000 messages; {@code -Dgoodput.property.tries=10} makes it a million.
 */
class OneMessageTest {
    private static final byte[] NEXT = "GET /next HTTP/1.1\r\nHost: next\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /** Of an origin: we add some fields to those that came. */
    private static final HeadLimits ROOM = new HeadLimits(64 * 1024, 200, 16 * 1024);

    private static final Sender STRANGER = new Sender("192.0.2.1", "http", false);
    private static final Sender PROXY = new Sender("2001:db8::1", "https", true);

    static List<RequestVector> vectors() {
        return RequestVector.ALL;
    }

    @Provide
    Gen<String> messages() {
        return new MutatedMessages();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void a_vector_comes_out_as_one_message_or_not_at_all(RequestVector vector) {
        comesOutAsOne(vector.bytes());
    }

    @Property(tries = 100_000)
    void what_comes_out_is_exactly_one_message(@ForAll("messages") String message) {
        comesOutAsOne(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void comesOutAsOne(byte[] message) {
        ReadRequest read = ReadRequest.of(message, Integer.MAX_VALUE);
        AcceptedRequest request = read.request();
        if (request == null || !read.whole()) {
            return;
        }
        agreesWithSecondParser(message, read);
        for (Sender sender : List.of(STRANGER, PROXY)) {
            ForwardedRequest sent = RequestForwarding.forward(
                    request, sender, ForwardRules.STANDARD, onward(request, HttpVersion.HTTP_1_1));
            byte[] bytes = bytes(sent, read);
            isOneToUs(bytes, sent, read);
            isOneToSecondParser(bytes, sent, read);
            isOneInHttp2(request, sender);
        }
    }

    private static Onward onward(AcceptedRequest request, HttpVersion version) {
        RequestTarget target = request.target();
        return new Onward(
                version,
                target.authority().isEmpty()
                        ? new RequestTarget(target.form(), target.scheme(), "origin", target.path(), target.query())
                        : target,
                Fields.of("x-goodput-criticality", "critical"));
    }

    /** Where it takes the message as it came for one, its end and its body are where we see them. */
    private static void agreesWithSecondParser(byte[] message, ReadRequest read) {
        Parsed parsed = new SecondParser(message).next();
        if (parsed != null) {
            assertThat(parsed.end()).isEqualTo(read.taken());
            assertThat(parsed.body()).isEqualTo(read.body());
        }
    }

    private static byte[] bytes(ForwardedRequest sent, ReadRequest read) {
        byte[] body = read.body().getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        write(out, sent.bytes());
        if (sent.framing() instanceof Framing.Chunked) {
            if (body.length > 0) {
                write(out, ChunkedEncoder.before(body.length));
                out.writeBytes(body);
                write(out, ChunkedEncoder.after());
            }
            write(out, ChunkedEncoder.end(read.trailers()));
        } else {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, ByteBuffer some) {
        byte[] bytes = new byte[some.remaining()];
        some.get(bytes);
        out.writeBytes(bytes);
    }

    private static byte[] withNext(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes);
        out.writeBytes(NEXT);
        return out.toByteArray();
    }

    private static void isOneToUs(byte[] bytes, ForwardedRequest sent, ReadRequest read) {
        ReadRequest again = ReadRequest.of(withNext(bytes), ROOM);

        assertThat(again.fault()).isNull();
        assertThat(again.taken()).isEqualTo(bytes.length);
        assertThat(again.body()).isEqualTo(read.body());
        assertThat(again.trailers()).isEqualTo(Trailers.passing(read.trailers()));
        AcceptedRequest request = Objects.requireNonNull(again.request());
        assertThat(request.head()).isEqualTo(sent.head());
        assertThat(request.target().path()).isEqualTo(sent.target().path());
        assertThat(request.framing()).isEqualTo(sent.framing());
    }

    private static void isOneToSecondParser(byte[] bytes, ForwardedRequest sent, ReadRequest read) {
        var parser = new SecondParser(withNext(bytes));
        Parsed parsed = Objects.requireNonNull(parser.next());

        assertThat(parsed.end()).isEqualTo(bytes.length);
        assertThat(parsed.method()).isEqualTo(sent.head().method());
        assertThat(parsed.target()).isEqualTo(sent.head().target());
        assertThat(parsed.fields()).isEqualTo(sent.head().fields());
        assertThat(parsed.body()).isEqualTo(read.body());
        assertThat(parsed.trailers()).isEqualTo(Trailers.passing(read.trailers()));
        assertThat(Objects.requireNonNull(parser.next()).target()).isEqualTo("/next");
    }

    private static void isOneInHttp2(AcceptedRequest request, Sender sender) {
        ForwardedRequest sent =
                RequestForwarding.forward(request, sender, ForwardRules.STANDARD, onward(request, HttpVersion.HTTP_2));
        boolean bodiless =
                !sent.framing().hasBody() || (sent.framing() instanceof Framing.Length(long bytes) && bytes == 0);

        assertThat(Http2Heads.request(sent.fields("http"), bodiless, ROOM))
                .isInstanceOfSatisfying(AcceptedRequest.class, there -> {
                    assertThat(there.head().method()).isEqualTo(sent.head().method());
                    assertThat(there.head().fields()).isEqualTo(sent.head().fields());
                    assertThat(there.target().path()).isEqualTo(sent.target().path());
                    assertThat(there.upgrade()).isEqualTo(sent.protocol());
                });
    }
}
