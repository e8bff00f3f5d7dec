package io.goodput.bench.telemetry;

import io.goodput.CallContext;
import io.goodput.telemetry.Count;
import io.goodput.telemetry.Detail;
import io.goodput.telemetry.Downstream;
import io.goodput.telemetry.Quantity;
import io.goodput.telemetry.ServiceOperation;
import io.goodput.telemetry.Telemetry;
import io.goodput.telemetry.TelemetryBuilder;
import io.goodput.telemetry.Time;
import io.goodput.telemetry.Work;
import io.goodput.telemetry.WorkTask;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Kept;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.Outgoing;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A unit of work with twelve fields, opened, filled and ended; and what of it is the binding of a context alone. */
@State(Scope.Benchmark)
public class UnitOfWorkBenchmark {
    private static final Count ITEMS = Count.named("items");
    private static final Count HITS = Count.named("cache-hits");
    private static final Count MISSES = Count.named("cache-misses");
    private static final Time RENDER = Time.named("render");
    private static final Time CHECK = Time.named("check");
    private static final Quantity CENTS = Quantity.named("cents");
    private static final Quantity GRAMS = Quantity.named("grams");
    private static final Detail ORDER = Detail.named("order");
    private static final Detail CITY = Detail.named("city");
    private static final Detail LINES = Detail.named("lines");
    private static final Detail GIFT = Detail.named("gift");

    private final Ledger ledger = new Ledger();
    private final Exit exit = Outgoing::release;
    private final CallContext context = CallContext.NONE.withTenant("blue");
    private final WorkTask<Object> task = UnitOfWorkBenchmark::fill;
    private final ServiceOperation left = declare(Telemetry.builder("bench").ending((unit, _) -> {
        ledger.sampledOut();
        unit.release();
    }));
    private final ServiceOperation kept = declare(Telemetry.builder("bench").ending((unit, _) -> {
        unit.keep(Kept.FAILED, 1);
        exit.leave(unit);
    }));

    private static ServiceOperation declare(TelemetryBuilder builder) {
        return builder.start()
                .operation("place-order")
                .counts(ITEMS, HITS, MISSES)
                .times(RENDER, CHECK)
                .quantities(CENTS, GRAMS)
                .details(ORDER, CITY, LINES, GIFT)
                .depends(Downstream.named("stock"))
                .declare();
    }

    private static Object fill(Work work) {
        work.count(ITEMS, 3).count(HITS).count(MISSES).time(RENDER, 40_000).time(CHECK, 2_000);
        work.record(CENTS, 1_999).record(GRAMS, 420);
        work.detail(ORDER, "o-4711").detail(CITY, "Paris").detail(LINES, 17).detail(GIFT, true);
        work.status("200");
        return "placed";
    }

    /** The context that a service binds in any case. */
    @Benchmark
    public @Nullable Object binding() throws Exception {
        return context.call(() -> context);
    }

    @Benchmark
    public @Nullable Object sampledOut() throws Exception {
        return left.call(context, task);
    }

    @Benchmark
    public @Nullable Object sampledOutUnbound() throws Exception {
        return left.callUnbound(context, task);
    }

    @Benchmark
    public @Nullable Object sampledIn() throws Exception {
        return kept.call(context, task);
    }
}
