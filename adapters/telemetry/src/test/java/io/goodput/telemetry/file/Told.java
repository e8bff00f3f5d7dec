package io.goodput.telemetry.file;

import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.Outgoing;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A record of a test: small, and it knows how often it was released. */
class Told implements Outgoing {
    static final long AT = 1_796_000_000_000_000_000L;

    final AtomicInteger released = new AtomicInteger();
    final long number;
    boolean isError;
    boolean isCounted = true;
    int heldBytes = 100;
    private String noise = "";

    Told(long number) {
        this.number = number;
    }

    static Told error(long number) {
        var told = new Told(number);
        told.isError = true;
        return told;
    }

    /** One that does not get much smaller by compression. */
    static Told noisy(long number) {
        var told = new Told(number);
        byte[] random = new byte[300];
        new SplittableRandom(number).nextBytes(random);
        told.noise = Base64.getEncoder().encodeToString(random);
        return told;
    }

    @Override
    public int heldBytes() {
        return heldBytes;
    }

    @Override
    public long epochNanos() {
        return AT + number;
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
        return isError;
    }

    @Override
    public boolean isCounted() {
        return isCounted;
    }

    @Override
    public void writeTo(FieldWriter out) {
        out.beginObject()
                .name("v")
                .number(1)
                .name("kind")
                .text(isCounted ? "work" : "policy")
                .name("trace")
                .hex(traceHigh(), traceLow())
                .name("n")
                .number(number)
                .name("weight")
                .number(1)
                .name("noise")
                .text(noise)
                .endObject();
    }

    @Override
    public void release() {
        released.incrementAndGet();
    }
}
