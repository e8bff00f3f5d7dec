package io.goodput.ion;

import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.RecordOrigin;
import java.util.Base64;
import java.util.SplittableRandom;

/** A record of a test that does not get much smaller by compression, with a name now and then that is new. */
record Numbered(long number) implements Outgoing {
    static final RecordOrigin ORIGIN = new RecordOrigin("orders", "pod-1", null);
    private static final int NAMES = 300;

    @Override
    public int heldBytes() {
        return 100;
    }

    @Override
    public long epochNanos() {
        return 1_796_000_000_000_000_000L + number * 1_000;
    }

    @Override
    public long traceHigh() {
        return 7;
    }

    @Override
    public long traceLow() {
        return number;
    }

    @Override
    public boolean isError() {
        return false;
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public void writeTo(FieldWriter out) {
        var noise = new byte[300];
        new SplittableRandom(number).nextBytes(noise);
        ORIGIN.writeTo(out.beginObject(), "work", epochNanos());
        out.name("trace")
                .hex(traceHigh(), traceLow())
                .name("n")
                .number(number)
                .name("weight")
                .number(1);
        out.name("counts")
                .beginObject()
                .name("counter-" + number / 7 % NAMES)
                .number(number)
                .endObject();
        out.name("noise").text(Base64.getEncoder().encodeToString(noise)).endObject();
    }

    @Override
    public void release() {
        // It belongs to nobody.
    }
}
