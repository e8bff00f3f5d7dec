package io.goodput.conformance.cache;

import io.goodput.Timers.Timer;
import io.goodput.cache.CacheEntry;
import io.goodput.cache.CacheLoad;
import io.goodput.cache.CacheRead;
import io.goodput.cache.CacheRefusal;
import io.goodput.cache.CacheRequest;
import io.goodput.cache.Joined;
import io.goodput.cache.LoadEnd;
import io.goodput.cache.ReadThrough;
import io.goodput.cache.Resolution;
import io.goodput.conformance.cache.CacheScript.Ask;
import io.goodput.conformance.cache.CacheScript.Kind;
import io.goodput.conformance.cache.CacheScript.Load;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** By {@link ReadThrough} itself, as a simulation runs it. */
final class SimulatedCacheHarness extends CacheHarness {
    private final ReadThrough<String, Ask> reads;
    private final Map<String, CacheEntry> entries = new HashMap<>();
    private final Map<String, Optional<String>> values = new HashMap<>();
    private final Map<Ask, Running> led = new HashMap<>();
    private @Nullable Timer alarm;

    /** A load, and the event of its end. */
    private record Running(CacheLoad<String, Ask> load, int number, Timer end) {}

    private SimulatedCacheHarness(CacheScript script) {
        super(script);
        this.reads = new ReadThrough<>(script.settings());
    }

    static List<String> run(CacheScript script) {
        return new SimulatedCacheHarness(script).play();
    }

    @Override
    void ask(Ask ask) {
        CacheRequest<String, Ask> request = request(ask);
        Optional<String> value = values.getOrDefault(ask.key(), Optional.empty());
        switch (reads.read(request, entry(ask.key()), agenda.nanos(), random)) {
            case CacheRead.Serve _ -> answered(ask, value, null);
            case CacheRead.Refresh(long token) -> {
                answered(ask, value, null);
                load(request.behind(), token);
            }
            case CacheRead.Load(long token) -> lead(request, ask, token);
            case Joined.Waits _ -> {}
            case CacheRefusal refusal ->
                answered(ask, null, new IllegalStateException("not in the cache, and not loaded: " + refusal));
        }
        setAlarm();
    }

    private CacheRequest<String, Ask> request(Ask ask) {
        return new CacheRequest<>(ask.key(), ask, ask.context().deadline().nanos());
    }

    private CacheEntry entry(String key) {
        return entries.getOrDefault(key, CacheEntry.ABSENT);
    }

    private void lead(CacheRequest<String, Ask> request, Ask ask, long token) {
        led.put(ask, load(request, token));
        if (request.deadline() != Long.MAX_VALUE) {
            agenda.runAt(request.deadline(), () -> timeOut(ask));
        }
    }

    private Running load(CacheRequest<String, Ask> request, long token) {
        var load = new CacheLoad<>(request, token, agenda.nanos());
        int number = begins(load.key());
        Load plan = plan(load.key(), number);
        return new Running(
                load, number, agenda.runAt(plan.endsAt(agenda.nanos()), () -> ended(load, number, plan.kind())));
    }

    private void ended(CacheLoad<String, Ask> load, int number, Kind kind) {
        String key = load.key();
        long now = agenda.nanos();
        Optional<String> value = CacheScript.value(kind, key, number);
        LoadEnd<String, Ask> end = kind == Kind.FAILURE
                ? reads.failed(load, entry(key), now, random)
                : reads.loaded(load, value.isEmpty(), now, random);
        if (end.entry() != null) {
            entries.put(key, end.entry());
            if (kind != Kind.FAILURE) {
                values.put(key, value);
            }
        }
        var failure = kind == Kind.FAILURE ? new IllegalStateException(key + number + " failed") : null;
        Ask own = load.request().waiter();
        if (own != null) {
            led.remove(own);
            answered(own, value, failure);
        }
        end.told().answered().forEach(ask -> answered(ask, value, failure));
        tell(end.told());
    }

    private void tell(Resolution<String, Ask> told) {
        told.timedOut().forEach(ask -> answered(ask, null, new TimeoutException("no value before the deadline")));
        told.leads().forEach(lead -> lead(request(lead.waiter()), lead.waiter(), lead.token()));
        setAlarm();
    }

    /** Of one who leads. */
    private void timeOut(Ask ask) {
        if (led.containsKey(ask)) {
            answered(ask, null, new TimeoutException("no value before the deadline"));
            stop(ask);
        }
    }

    private void stop(Ask ask) {
        Running running = led.remove(ask);
        if (running != null) {
            running.end.cancel();
            stopped(ask.key(), running.number);
            tell(reads.cancelled(running.load, agenda.nanos()));
        }
    }

    @Override
    void giveUp(Ask ask) {
        gaveUp(ask);
        if (!reads.leave(ask.key(), ask)) {
            stop(ask);
        }
    }

    @Override
    void invalidate(String key) {
        reads.invalidate(key);
        entries.remove(key);
        values.remove(key);
    }

    private void setAlarm() {
        if (alarm != null) {
            alarm.cancel();
        }
        long due = reads.earliestDeadline();
        alarm = due == Long.MAX_VALUE ? null : agenda.runAt(due, () -> tell(reads.expired(agenda.nanos())));
    }
}
