package io.goodput.property;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * What a class brings to each try: an instance, and methods before and after.
 *
 * @param constructor null where all tries share an instance
 */
record Surroundings(@Nullable Constructor<?> constructor, List<Method> before, List<Method> after) {
    static Surroundings of(Class<?> type, boolean shared) {
        return new Surroundings(
                shared ? null : constructor(type),
                methods(type, BeforeEach.class, HierarchyTraversalMode.TOP_DOWN),
                methods(type, AfterEach.class, HierarchyTraversalMode.BOTTOM_UP));
    }

    private static Constructor<?> constructor(Class<?> type) {
        boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
        try {
            Constructor<?> constructor =
                    inner ? type.getDeclaredConstructor(type.getEnclosingClass()) : type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new ExtensionConfigurationException(
                    type.getName() + " (expected beside a property: a constructor without parameters)", e);
        }
    }

    private static List<Method> methods(Class<?> type, Class<? extends Annotation> what, HierarchyTraversalMode order) {
        List<Method> methods = AnnotationSupport.findAnnotatedMethods(type, what, order);
        for (Method method : methods) {
            if (method.getParameterCount() > 0) {
                throw new ExtensionConfigurationException(
                        method + " (expected beside a property: @" + what.getSimpleName() + " without parameters)");
            }
            method.setAccessible(true);
        }
        return methods;
    }

    /** A new one, within another if its class is nested. */
    Object instance(@Nullable Object outer) {
        if (constructor == null) {
            throw new IllegalStateException("shared");
        }
        try {
            return constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(outer);
        } catch (ReflectiveOperationException e) {
            throw new ExtensionConfigurationException(constructor + " made no instance", e);
        }
    }
}
