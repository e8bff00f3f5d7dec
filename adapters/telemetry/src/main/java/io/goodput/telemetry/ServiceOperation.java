package io.goodput.telemetry;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.TraceParent;
import io.goodput.telemetry.unit.Kind;
import io.goodput.telemetry.unit.Sheet;
import io.goodput.telemetry.unit.SheetLayout;
import io.goodput.telemetry.unit.SheetPool;
import io.goodput.telemetry.unit.UnitHead;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service is asked for, and what it tells each time. Declared once, by {@link Telemetry#operation}:
 *
 * <pre>{@code
 * ServiceOperation placeOrder = telemetry.operation("place-order")
 *         .counts(ITEMS)
 *         .details(ORDER)
 *         .depends(STOCK, PAYMENT)
 *         .declare();
 *
 * Receipt receipt = placeOrder.call(context, work -> {
 *     work.detail(ORDER, request.order()).count(ITEMS, request.items().size());
 *     return place(request);
 * });
 * }</pre>
 *
 * <p>What is declared is in each of its records, as 0 where nothing happened.
 */
public final class ServiceOperation {
    private static final short NONE = -1;
    private static final Detail ASKED = Detail.named("asked");

    private final String name;
    private final Telemetry telemetry;
    private final Classifier classifier;
    private final SheetPool pool;

    /** By the number of a name: where its cells begin, or its place among the details. */
    private final short[] bases;

    private final Map<Kind, Map<String, Integer>> basesByName;

    /** What its requests call it, if that is not its name. */
    private final @Nullable String asked;

    ServiceOperation(Declaration declared, SheetLayout layout) {
        this.name = declared.name();
        this.telemetry = declared.telemetry();
        this.classifier = declared.classifier();
        this.pool = new SheetPool(layout, telemetry.outlet(), sheet -> new Work(this, sheet));
        this.bases = declared.bases(layout, NONE);
        this.basesByName = declared.basesByName(layout);
        this.asked = null;
    }

    private ServiceOperation(ServiceOperation same, String asked) {
        this.name = same.name;
        this.telemetry = same.telemetry;
        this.classifier = same.classifier;
        this.pool = same.pool;
        this.bases = same.bases;
        this.basesByName = same.basesByName;
        this.asked = asked;
    }

    /** The same for one request, which called it that. */
    ServiceOperation askedAs(String other) {
        return new ServiceOperation(this, other);
    }

    /** As it was declared. */
    public String name() {
        return name;
    }

    /**
     * Does the task as one unit of work on this thread. It ends when the task does, be it with an answer, which is
     * {@code SUCCESS} unless the classifier, the task or the deadline say otherwise, or with an exception, which is
     * passed on.
     *
     * @param context what it is for, as it came in
     */
    public <T extends @Nullable Object> T call(CallContext context, WorkTask<T> task) throws Exception {
        return call(context, task, true);
    }

    /**
     * The same, known to the task alone: nothing is bound, so what runs inside finds neither the unit nor the context,
     * and guards and logs tell nothing of it, unless the task passes it on by {@link Work#in}. For what is short and
     * calls nobody: a binding is most of what such a unit costs, and all that it takes of the heap where the compiler
     * sees that the task does not keep its handle.
     *
     * @param context what it is for, as it came in
     */
    public <T extends @Nullable Object> T callUnbound(CallContext context, WorkTask<T> task) throws Exception {
        return call(context, task, false);
    }

    private <T extends @Nullable Object> T call(CallContext context, WorkTask<T> task, boolean bound) throws Exception {
        Sheet sheet = open(context, Thread.currentThread());
        long ticket = sheet.ticket();
        T answer;
        try {
            answer = bound
                    ? sheet.binding().call(context, () -> task.call(new Work(this, sheet)))
                    : task.call(new Work(this, sheet));
        } catch (Throwable e) {
            TaskEnd.threw(this, sheet, ticket, e);
            throw e;
        }
        TaskEnd.answered(this, sheet, ticket, answer);
        return answer;
    }

    /** The same for an action, whose end is a success. */
    public void run(CallContext context, WorkAction action) throws Exception {
        this.<@Nullable Object>call(context, work -> {
            action.run(work);
            return null;
        });
    }

    /**
     * Begins a unit of work that ends when somebody says so, on whatever thread: for what is done asynchronously. One
     * that nobody can end any more is ended as leaked, and told by the place of this call. That place costs more than
     * all the rest of a unit: what is done on one thread is better {@linkplain #call called}.
     */
    public Work start(CallContext context) {
        var work = new Work(this, open(context, null));
        telemetry.leaks().watch(work);
        return work;
    }

    private Sheet open(CallContext context, @Nullable Thread thread) {
        Sheet sheet = pool.take();
        trace(sheet.story().head(), context);
        sheet.open(context, thread, telemetry.outlet().ticker().nanos());
        if (asked != null) {
            new Work(this, sheet).detail(ASKED, asked);
        }
        return sheet;
    }

    /** The trace is that of the unit around it, or the one that the request came with, or a new one. */
    private void trace(UnitHead head, CallContext context) {
        RandomGenerator random = telemetry.outlet().random();
        if (context.work() instanceof Work outer) {
            head.below(outer.traceHigh(), outer.traceLow(), outer.span(), outer.flags(), random);
            return;
        }
        TraceParent came = TraceParent.parse(context.trace());
        if (came == null) {
            head.first(random);
        } else {
            head.below(came.high(), came.low(), came.span(), came.flags(), random);
        }
    }

    int index() {
        return pool.layout().index();
    }

    Telemetry telemetry() {
        return telemetry;
    }

    Classifier classifier() {
        return classifier;
    }

    /** Where the cells of a declared name begin, or its place among the details; -1 if it is not declared. */
    int base(DeclaredName what, Kind kind) {
        int known = what.number < bases.length ? bases[what.number] : NONE;
        return known != NONE ? known : baseByName(what, kind);
    }

    /** Of another constant of the same name. */
    private int baseByName(DeclaredName what, Kind kind) {
        return basesByName.getOrDefault(kind, Map.of()).getOrDefault(what.name(), (int) NONE);
    }

    @Override
    public String toString() {
        return name;
    }
}
