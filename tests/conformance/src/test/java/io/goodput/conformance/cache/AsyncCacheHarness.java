package io.goodput.conformance.cache;

import io.goodput.cache.AsyncReadThrough;
import io.goodput.cache.CacheBase;
import io.goodput.conformance.cache.CacheScript.Ask;
import io.goodput.conformance.cache.CacheScript.Kind;
import io.goodput.conformance.cache.CacheScript.Load;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** By {@link AsyncReadThrough}. */
final class AsyncCacheHarness extends CacheHarness {
    private final AsyncReadThrough<String, String> cache;
    private final Map<Ask, CompletableFuture<Optional<String>>> answers = new HashMap<>();

    private AsyncCacheHarness(CacheScript script) {
        super(script);
        this.cache = new AsyncReadThrough<>(
                script.settings(), new CacheBase<>(new ConcurrentHashMap<>(), agenda, random), (key, _) -> load(key));
    }

    static List<String> run(CacheScript script) {
        return new AsyncCacheHarness(script).play();
    }

    private CompletableFuture<Optional<String>> load(String key) {
        int number = begins(key);
        Load plan = plan(key, number);
        var loading = new CompletableFuture<Optional<String>>();
        var end = agenda.runAt(plan.endsAt(agenda.nanos()), () -> {
            if (plan.kind() == Kind.FAILURE) {
                loading.completeExceptionally(new IllegalStateException(key + number + " failed"));
            } else {
                loading.complete(CacheScript.value(plan.kind(), key, number));
            }
        });
        var _ = loading.whenComplete((_, _) -> {
            if (loading.isCancelled()) {
                end.cancel();
                stopped(key, number);
            }
        });
        return loading;
    }

    @Override
    void ask(Ask ask) {
        CompletableFuture<Optional<String>> answer = cache.get(ask.key(), ask.context());
        answers.put(ask, answer);
        var _ = answer.whenComplete((value, failure) -> {
            if (answer.isCancelled()) {
                gaveUp(ask);
            } else {
                answered(ask, value, failure);
            }
        });
    }

    @Override
    void giveUp(Ask ask) {
        Objects.requireNonNull(answers.get(ask)).cancel(true);
    }

    @Override
    void invalidate(String key) {
        cache.invalidate(key);
    }
}
