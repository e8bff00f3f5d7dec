package io.goodput.bench.telemetry;

import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.Outgoing;
import java.util.SplittableRandom;

/** A record of 12 fields beside what all have, as a unit of work writes it: its ids are random, the rest repeats. */
final class SoakRecord implements Outgoing {
    private static final int BYTES = 120;
    private static final String[] OPERATIONS = {"GetOrder", "PutOrder", "ListOrders", "Checkout"};
    private static final String[] DEPENDENCIES = {"inventory", "payments", "customers"};
    private static final String[] OUTCOMES = {
        "success",
        "transient_failure",
        "throttled",
        "timeout",
        "permanent_failure",
        "not_processed",
        "dropped",
        "cancelled"
    };
    private static final String[] TENANTS = new String[1000];

    static {
        for (int i = 0; i < TENANTS.length; i++) {
            TENANTS[i] = "tenant-" + i;
        }
    }

    private final long at;
    private final long high;
    private final long low;
    private final long span;
    private final long micros;
    private final int which;
    private final boolean wide;

    SoakRecord(SplittableRandom random, long at) {
        this(random, at, false);
    }

    /** One that is wide has three dependencies as well. */
    SoakRecord(SplittableRandom random, long at, boolean wide) {
        this.at = at;
        this.wide = wide;
        high = random.nextLong();
        low = random.nextLong();
        span = random.nextLong();
        micros = 100 + (long) (random.nextExponential() * 5000);
        which = random.nextInt(TENANTS.length);
    }

    @Override
    public int heldBytes() {
        return BYTES;
    }

    @Override
    public long epochNanos() {
        return at;
    }

    @Override
    public long traceHigh() {
        return high;
    }

    @Override
    public long traceLow() {
        return low;
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
        out.beginObject()
                .name("v")
                .number(1)
                .name("kind")
                .text("work")
                .name("at")
                .instant(at);
        out.name("service").text("orders").name("instance").text("pod-1");
        out.name("operation")
                .text(OPERATIONS[which & 3])
                .name("id")
                .hex(span)
                .name("trace")
                .hex(high, low);
        out.name("tenant")
                .text(TENANTS[which])
                .name("outcome")
                .text("SUCCESS")
                .name("status")
                .text("200");
        out.name("us")
                .number(micros)
                .name("queue_us")
                .number(micros / 50)
                .name("queue_depth")
                .number(which & 7);
        out.name("bytes_out")
                .number(which * 7L)
                .name("kept")
                .text("all")
                .name("weight")
                .number(1);
        if (wide) {
            dependencies(out.name("dependencies").beginObject());
            out.endObject();
        }
        out.endObject();
    }

    private void dependencies(FieldWriter out) {
        for (String dependency : DEPENDENCIES) {
            out.name(dependency)
                    .beginObject()
                    .name("calls")
                    .number(1)
                    .name("first")
                    .number(1);
            out.name("retries").number(0).name("hedges").number(0);
            for (String outcome : OUTCOMES) {
                out.name(outcome).number(outcome.equals(OUTCOMES[0]) ? 1 : 0);
            }
            out.name("us").number(micros / 3).name("wait_us").number(0);
            out.name("bytes_in").number(which).name("bytes_out").number(0).endObject();
        }
    }

    @Override
    public void release() {
        // It belongs to nobody after it was written.
    }
}
