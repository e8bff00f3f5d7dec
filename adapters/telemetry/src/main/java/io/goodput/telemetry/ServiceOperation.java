package io.goodput.telemetry;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.telemetry.unit.Kind;
import io.goodput.telemetry.unit.SheetLayout;
import io.goodput.telemetry.unit.SheetPool;
import java.util.Map;
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
        this.pool = new SheetPool(layout, telemetry.outlet());
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
        Work work = open(context, Thread.currentThread());
        T answer;
        try {
            answer = work.in(context).call(() -> task.call(work));
        } catch (Throwable e) {
            work.leaveBy(e);
            throw e;
        }
        work.leaveWith(answer);
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
        Work work = open(context, null);
        telemetry.leaks().watch(work);
        return work;
    }

    private Work open(CallContext context, @Nullable Thread thread) {
        var work = new Work(this, pool.take(), context, thread);
        return asked == null ? work : work.detail(ASKED, asked);
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
