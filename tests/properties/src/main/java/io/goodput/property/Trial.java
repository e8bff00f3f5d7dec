package io.goodput.property;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs of a property's method, each on an instance of its own, with what goes before each test and after it. */
final class Trial {
    private final Method method;

    /** The instances that JUnit made: of the test's class, and before it of those that it is nested in. */
    private final List<Object> given;

    private final List<Surroundings> surroundings;
    private final boolean shared;

    Trial(Method method, ExtensionContext context) {
        this.method = method;
        this.given = context.getRequiredTestInstances().getAllInstances();
        this.shared = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS;
        this.surroundings = given.stream()
                .map(each -> Surroundings.of(each.getClass(), shared))
                .toList();
        method.setAccessible(true);
    }

    /** How a run with these values ends: null if well. */
    @Nullable Throwable failure(@Nullable Object[] values) {
        List<Object> instances = shared ? given : instances();
        Throwable failure = null;
        try {
            for (int i = 0; i < instances.size(); i++) {
                for (Method before : surroundings.get(i).before()) {
                    invoke(before, instances.get(i));
                }
            }
            invoke(method, instances.getLast(), values);
        } catch (InvocationTargetException e) {
            failure = e.getTargetException();
        }
        for (int i = instances.size() - 1; i >= 0; i--) {
            for (Method after : surroundings.get(i).after()) {
                try {
                    invoke(after, instances.get(i));
                } catch (InvocationTargetException e) {
                    failure = failure == null ? e.getTargetException() : failure;
                }
            }
        }
        return failure;
    }

    private List<Object> instances() {
        List<Object> instances = new ArrayList<>(surroundings.size());
        for (Surroundings around : surroundings) {
            instances.add(around.instance(instances.isEmpty() ? null : instances.getLast()));
        }
        return instances;
    }

    private static void invoke(Method method, Object on, @Nullable Object... values) throws InvocationTargetException {
        try {
            method.invoke(on, values);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException(method + " cannot be called", e);
        }
    }
}
