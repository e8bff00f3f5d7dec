package io.goodput.bench.telemetry;

import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import com.amazon.ion.Timestamp;
import com.amazon.ion.system.IonBinaryWriterBuilder;
import io.goodput.telemetry.record.FieldWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The library for Ion as a format of records, without bounds or rules: what hand-made code is measured beside. */
final class IonJavaFields implements FieldWriter {
    private static final IonBinaryWriterBuilder WRITERS = IonBinaryWriterBuilder.standard();

    private final ByteArrayOutputStream frame = new ByteArrayOutputStream(64 * 1024);
    private final byte[] id = new byte[16];
    private IonWriter out = WRITERS.build(frame);

    /** Ends a frame, and begins another; answers how many bytes it has. */
    int nextFrame() {
        return run(() -> {
            out.close();
            int bytes = frame.size();
            frame.reset();
            out = WRITERS.build(frame);
            return bytes;
        });
    }

    @Override
    public FieldWriter beginObject() {
        return tell(() -> out.stepIn(IonType.STRUCT));
    }

    @Override
    public FieldWriter endObject() {
        return tell(() -> out.stepOut());
    }

    @Override
    public FieldWriter beginArray() {
        return tell(() -> out.stepIn(IonType.LIST));
    }

    @Override
    public FieldWriter endArray() {
        return tell(() -> out.stepOut());
    }

    @Override
    public FieldWriter name(String name) {
        out.setFieldName(name);
        return this;
    }

    @Override
    public FieldWriter text(@Nullable CharSequence text) {
        return tell(() -> out.writeString(String.valueOf(text)));
    }

    @Override
    public FieldWriter secret(@Nullable CharSequence text) {
        return text(text);
    }

    @Override
    public FieldWriter number(long number) {
        return tell(() -> out.writeInt(number));
    }

    @Override
    public FieldWriter number(double number) {
        return tell(() -> out.writeFloat(number));
    }

    @Override
    public FieldWriter truth(boolean truth) {
        return tell(() -> out.writeBool(truth));
    }

    @Override
    public FieldWriter instant(long epochNanos) {
        var millis = BigDecimal.valueOf(epochNanos / 1_000, 3);
        return tell(() -> out.writeTimestamp(Timestamp.forMillis(millis, 0)));
    }

    @Override
    public FieldWriter hex(long high) {
        ByteBuffer.wrap(id).putLong(high);
        return tell(() -> out.writeBlob(id, 0, Long.BYTES));
    }

    @Override
    public FieldWriter hex(long high, long low) {
        ByteBuffer.wrap(id).putLong(high).putLong(low);
        return tell(() -> out.writeBlob(id));
    }

    @Override
    public FieldWriter cut(String what) {
        return this;
    }

    private FieldWriter tell(Writing writing) {
        return run(() -> {
            writing.write();
            return this;
        });
    }

    private static <T> T run(Answering<T> answering) {
        try {
            return answering.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    @FunctionalInterface
    private interface Answering<T> {
        T answer() throws IOException;
    }
}
