package io.goodput.netty.listener;

import io.goodput.http.body.ChunkedDecoder;
import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadLimits;
import io.goodput.http.head.HeadRefusal;
import io.goodput.http.head.RequestDecoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a connection is to make of some bytes that come at once: which requests are whole, and how the first that is
 * refused is answered.
 *
 * @param requests method and target of each
 * @param refused a status; 0 if none is refused
 */
record WholeRequests(List<String> requests, int refused) {
    private static final long LONGEST = 10 << 20;

    static WholeRequests in(byte[] bytes) {
        List<String> requests = new ArrayList<>();
        var decoder = new RequestDecoder(HeadLimits.STANDARD);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (true) {
            switch (decoder.decode(in)) {
                case null -> {
                    return new WholeRequests(requests, 0);
                }
                case HeadRefusal no -> {
                    return new WholeRequests(requests, no.status());
                }
                case AcceptedRequest request -> {
                    int body = body(request, in);
                    if (body != 0) {
                        return new WholeRequests(requests, Math.max(0, body));
                    }
                    requests.add(
                            request.head().method() + " " + request.target().inOriginForm());
                    if (!request.isPersistent()) {
                        return new WholeRequests(requests, 0);
                    }
                }
            }
        }
    }

    /** 0 if it is whole, a status if it is refused, -1 if something is missing. */
    private static int body(AcceptedRequest request, ByteBuffer in) {
        if (request.framing() instanceof Framing.Length(long length)) {
            if (length > LONGEST) {
                return 413;
            }
            int there = (int) Math.min(length, in.remaining());
            in.position(in.position() + there);
            return there == length ? 0 : -1;
        }
        if (!(request.framing() instanceof Framing.Chunked)) {
            return 0;
        }
        var chunks = new ChunkedDecoder(HeadLimits.STANDARD);
        while (true) {
            switch (chunks.next(in)) {
                case DATA -> {}
                case MORE -> {
                    return -1;
                }
                case END -> {
                    return 0;
                }
                case FAULT -> {
                    return Objects.requireNonNull(chunks.fault()).status();
                }
            }
        }
    }
}
