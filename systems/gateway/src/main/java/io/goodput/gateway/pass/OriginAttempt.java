package io.goodput.gateway.pass;

import io.goodput.http.forward.Exchange;
import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Fields;
import io.goodput.netty.upstream.UpstreamExchange;
import io.goodput.netty.upstream.UpstreamFailure;
import io.goodput.netty.upstream.UpstreamListener;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** One attempt at an origin, and what has come of it so far; its passage is told of each step. */
final class OriginAttempt implements UpstreamListener {
    private final Passage passage;
    private final int number;
    private final Exchange rules;
    private @Nullable UpstreamExchange upstream;
    private @Nullable AcceptedResponse response;
    private @Nullable UpstreamFailure failure;
    private @Nullable Fields trailers;

    OriginAttempt(Passage passage, int number, Exchange rules) {
        this.passage = passage;
        this.number = number;
        this.rules = rules;
    }

    /** It has been handed to the client of origins, which may have failed already. */
    void sentBy(UpstreamExchange exchange) {
        upstream = exchange;
    }

    int number() {
        return number;
    }

    @Nullable UpstreamExchange upstream() {
        return upstream;
    }

    /** The head of the answer; null before it has come. */
    @Nullable AcceptedResponse response() {
        return response;
    }

    /** Why there is no whole answer; null while there may be one. */
    @Nullable UpstreamFailure failure() {
        return failure;
    }

    /** At the end of a whole answer; null before it. */
    @Nullable Fields trailers() {
        return trailers;
    }

    void read() {
        if (upstream != null) {
            upstream.read();
        }
    }

    void cancel() {
        if (upstream != null) {
            upstream.cancel();
        }
    }

    @Override
    public void onWritable() {
        passage.writable();
    }

    @Override
    public void onInterim(AcceptedResponse interim) {
        if (rules.head(interim) == Exchange.Fate.PASS) {
            passage.interim(interim);
        }
    }

    @Override
    public void onHead(AcceptedResponse head) {
        var _ = rules.head(head);
        response = head;
        passage.head(this, head);
    }

    @Override
    public void onData(ByteBuf data) {
        passage.data(this, data);
    }

    @Override
    public void onEnd(Fields with) {
        trailers = with;
        passage.ended(this);
    }

    @Override
    public void onFailure(UpstreamFailure why) {
        failure = why;
        passage.failed(this, why);
    }
}
