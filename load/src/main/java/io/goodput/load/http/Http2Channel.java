package io.goodput.load.http;

import io.goodput.load.RequestOutcome;
import io.goodput.load.http.Http2Exchanges.Http2Exchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2FrameReader;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import org.jspecify.annotations.Nullable;

/** A connection of HTTP/2: many requests at a time, each a stream of its own (RFC 9113). */
final class Http2Channel extends HttpChannel {
    private static final int LAST_STREAM = 1 << 30;

    private final Http2FrameReader reader = new DefaultHttp2FrameReader(new StatusDecoder());
    private final Frames frames = new Frames();
    private final Http2Exchanges exchanges = new Http2Exchanges();
    private final int wantedStreams;
    private ByteBuf pending = Unpooled.EMPTY_BUFFER;
    private @Nullable Http2Writer writer;
    private long mostStreams;
    private int nextStream = 1;
    private int unacknowledged;
    private boolean settled;
    private boolean leaving;
    private boolean receiving;

    Http2Channel(ChannelPool pool, int wantedStreams) {
        super(pool, WireProtocol.HTTP_2);
        this.wantedStreams = wantedStreams;
        this.mostStreams = wantedStreams;
    }

    private Http2Writer writer() {
        if (writer == null) {
            writer = new Http2Writer(context());
        }
        return writer;
    }

    @Override
    void opened() {
        writer().preface();
        flush();
    }

    @Override
    boolean hasRoom() {
        return settled && !leaving && exchanges.count() < mostStreams && nextStream < LAST_STREAM;
    }

    @Override
    void begin(Transmission transmission) {
        transmission.givenTo(this);
        int id = nextStream;
        nextStream += 2;
        var request = (Http2Request) transmission.request();
        exchanges.open(id, transmission);
        writer().headers(id, request, transmission.remainingMillis());
        if (request.body().length > 0) {
            exchanges.sendBodies(writer());
        }
        flush();
    }

    @Override
    void abandon(Transmission transmission) {
        Http2Exchange stream = exchanges.find(transmission);
        if (stream != null) {
            exchanges.close(stream);
            writer().cancel(stream.id());
            flush();
            roomAgain();
        }
    }

    /** What is written while a batch is read leaves with one system call. */
    private void flush() {
        if (!receiving) {
            writer().flush();
        }
    }

    @Override
    void received(ByteBuf data) throws Http2Exception {
        receiving = true;
        pending = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context().alloc(), pending, data.retain());
        int before = -1;
        while (pending.isReadable() && pending.readableBytes() != before) {
            before = pending.readableBytes();
            reader.readFrame(context(), pending, frames);
        }
        if (!pending.isReadable()) {
            pending.release();
            pending = Unpooled.EMPTY_BUFFER;
        }
    }

    @Override
    void receivedAll() {
        receiving = false;
        writer().flush();
    }

    @Override
    void closed() {
        reader.close();
        writer().close();
        pending.release();
        pending = Unpooled.EMPTY_BUFFER;
        leaving = true;
        exchanges.all().forEach(stream -> end(stream, RequestOutcome.BROKEN, 0));
    }

    private void end(Http2Exchange stream, RequestOutcome answer, int status) {
        exchanges.close(stream);
        roomAgain();
        pool().ended(stream.transmission(), answer, status, stream.bodyBytes());
    }

    private void complete(Http2Exchange stream) {
        boolean isAnswered = stream.status() >= 200;
        end(
                stream,
                isAnswered ? RequestOutcome.ofStatus(stream.status()) : RequestOutcome.BROKEN,
                isAnswered ? stream.status() : 0);
    }

    private void roomAgain() {
        if (hasRoom()) {
            pool().hasRoom(this);
        }
        if (leaving && exchanges.count() == 0) {
            close();
        }
    }

    /** What the server sends. Of streams that are forgotten nothing is wanted any more. */
    private final class Frames extends Http2FrameAdapter {
        @Override
        public void onSettingsRead(ChannelHandlerContext from, Http2Settings settings) {
            Long streams = settings.maxConcurrentStreams();
            Integer window = settings.initialWindowSize();
            if (streams != null) {
                mostStreams = Math.min(wantedStreams, streams);
            }
            if (window != null) {
                exchanges.streamWindow(window);
            }
            writer().settingsAck();
            exchanges.sendBodies(writer());
            flush();
            if (settled) {
                roomAgain();
            } else {
                settled = true;
                becomeReady();
            }
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext from, int id, Http2Headers headers, int padding, boolean endOfStream)
                throws Http2Exception {
            Http2Exchange stream = exchanges.find(id);
            if (stream == null) {
                return;
            }
            if (stream.status() < 200) {
                stream.status(StatusDecoder.statusOf(headers));
                if (stream.status() == 0) {
                    throw Http2Exception.connectionError(Http2Error.PROTOCOL_ERROR, "an answer without a status");
                }
            }
            if (endOfStream) {
                complete(stream);
            }
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext from,
                int id,
                Http2Headers headers,
                int dependency,
                short weight,
                boolean exclusive,
                int padding,
                boolean endOfStream)
                throws Http2Exception {
            onHeadersRead(from, id, headers, padding, endOfStream);
        }

        @Override
        public int onDataRead(ChannelHandlerContext from, int id, ByteBuf data, int padding, boolean endOfStream) {
            int length = data.readableBytes();
            acknowledge(length + padding);
            Http2Exchange stream = exchanges.find(id);
            if (stream != null) {
                stream.received(length);
                if (endOfStream) {
                    complete(stream);
                }
            }
            return length + padding;
        }

        private void acknowledge(int bytes) {
            unacknowledged += bytes;
            if (unacknowledged > Http2Writer.WINDOW / 2) {
                writer().windowUpdate(unacknowledged);
                unacknowledged = 0;
                flush();
            }
        }

        @Override
        public void onRstStreamRead(ChannelHandlerContext from, int id, long error) {
            Http2Exchange stream = exchanges.find(id);
            if (stream != null) {
                boolean isAnswered = stream.status() >= 200 && error == Http2Error.NO_ERROR.code();
                end(
                        stream,
                        isAnswered ? RequestOutcome.ofStatus(stream.status()) : RequestOutcome.BROKEN,
                        isAnswered ? stream.status() : 0);
            }
        }

        @Override
        public void onPingRead(ChannelHandlerContext from, long content) {
            writer().pingAck(content);
            flush();
        }

        @Override
        public void onGoAwayRead(ChannelHandlerContext from, int last, long error, ByteBuf text) {
            leaving = true;
            exchanges.all().stream()
                    .filter(stream -> stream.id() > last)
                    .forEach(stream -> end(stream, RequestOutcome.BROKEN, 0));
            if (exchanges.count() == 0) {
                close();
            }
        }

        @Override
        public void onWindowUpdateRead(ChannelHandlerContext from, int id, int bytes) {
            exchanges.windowUpdate(id, bytes);
            exchanges.sendBodies(writer());
            flush();
        }
    }
}
