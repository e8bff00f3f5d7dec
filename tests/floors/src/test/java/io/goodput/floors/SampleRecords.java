package io.goodput.floors;

import io.goodput.CallContext;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Endpoint;
import io.goodput.config.Configuration;
import io.goodput.config.language.YamlFile;
import io.goodput.guard.CallOptions;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes a record of whatever its parts are.
 *
 * @param text of each part that is one, and of each key and tenant
 */
record SampleRecords(String text) {
    Object of(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] parts = kind.getRecordComponents();
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = part(parts[i].getName(), parts[i].getType());
        }
        var constructor = kind.getDeclaredConstructor(
                Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }

    private Object part(String name, Class<?> type) throws ReflectiveOperationException {
        if (type == String.class || name.equals("key") || name.equals("tenant")) {
            return text;
        } else if (type == Object.class) {
            return new Object();
        } else if (type == Throwable.class) {
            return new Exception(text);
        } else if (type == List.class) {
            return Collections.nCopies(50, text);
        } else if (type == boolean.class) {
            return true;
        } else if (type == int.class) {
            return Integer.MAX_VALUE;
        } else if (type == long.class) {
            return Long.MAX_VALUE / 3;
        } else if (type == double.class) {
            return 1 / 3.0;
        } else if (type == Duration.class) {
            return Duration.ofNanos(123_456_789_012L);
        } else if (type == CallOptions.class) {
            return CallOptions.NONE.keyed(text);
        } else if (type == CallContext.class) {
            return CallContext.NONE;
        } else if (type == Endpoint.class) {
            return endpoint();
        } else if (type == Configuration.class) {
            return YamlFile.parse("a.yaml", "goodput: 1\nguards: {a: {retry: standard}}")
                    .as(Configuration.decoder());
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isSealed()) {
            return part(name, type.getPermittedSubclasses()[0]);
        }
        return of(type);
    }

    private static Endpoint endpoint() {
        var balancer = new Balancer(Balancer.Settings.STANDARD, List.of(new Address("a".repeat(200), "b")));
        return Objects.requireNonNull(balancer.pick(0, new SplittableRandom(1), null, null));
    }
}
