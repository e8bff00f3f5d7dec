package io.goodput.netty.upstream;

import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Fields;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what is told of one exchange. */
final class ToldExchange implements UpstreamListener {
    final List<String> lines = new ArrayList<>();
    final StringBuilder body = new StringBuilder();

    @Nullable UpstreamExchange exchange;

    /** Whether pieces are asked for by themselves. */
    boolean reads = true;

    int pieces;
    boolean over;

    @Override
    public void onWritable() {
        lines.add("writable");
    }

    @Override
    public void onInterim(AcceptedResponse response) {
        lines.add("interim " + response.head().status());
    }

    @Override
    public void onHead(AcceptedResponse response) {
        lines.add("head " + response.head().status());
        readOn();
    }

    private void readOn() {
        if (reads && exchange != null) {
            exchange.read();
        }
    }

    @Override
    public void onData(ByteBuf data) {
        pieces++;
        body.append(data.toString(StandardCharsets.ISO_8859_1));
        data.release();
        readOn();
    }

    @Override
    public void onEnd(Fields trailers) {
        lines.add(trailers.size() == 0 ? "end" : "end " + trailers);
        over = true;
    }

    @Override
    public void onFailure(UpstreamFailure failure) {
        lines.add(failure.name());
        over = true;
    }
}
