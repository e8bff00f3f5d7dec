package io.goodput.property;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** A property's method, and what makes the values of its parameters. */
record PropertyMethod(Method method, List<Gen<?>> gens) {
    /**
     * The method of a test that is a property.
     *
     * @throws ParameterResolutionException if a parameter cannot be made up
     */
    static PropertyMethod of(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        return new PropertyMethod(
                method,
                Stream.of(method.getParameters())
                        .<Gen<?>>map(parameter -> gen(parameter, context))
                        .toList());
    }

    private static Gen<?> gen(Parameter parameter, ExtensionContext context) {
        ForAll forAll = parameter.getAnnotation(ForAll.class);
        if (forAll == null) {
            throw new ParameterResolutionException(parameter.getName() + ": no @ForAll (expected: on each parameter)");
        }
        return forAll.value().isEmpty() ? GenOfType.of(parameter) : provided(forAll.value(), context);
    }

    private static Gen<?> provided(String name, ExtensionContext context) {
        for (Object instance :
                context.getRequiredTestInstances().getAllInstances().reversed()) {
            List<Method> found = ReflectionSupport.findMethods(
                    instance.getClass(),
                    method -> method.getName().equals(name) && method.isAnnotationPresent(Provide.class),
                    HierarchyTraversalMode.BOTTOM_UP);
            if (!found.isEmpty() && ReflectionSupport.invokeMethod(found.getFirst(), instance) instanceof Gen<?> gen) {
                return gen;
            }
        }
        throw new ParameterResolutionException("@ForAll(\"" + name + "\") in "
                + context.getRequiredTestClass().getName() + " (expected: a method " + name
                + "() with @Provide that answers a Gen)");
    }

    @Nullable Object[] values(Choices choices) {
        return gens.stream().map(gen -> gen.from(choices)).toArray();
    }

    /** The values by the names of their parameters, a line for each. */
    String described(@Nullable Object[] values) {
        var lines = new StringBuilder();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            lines.append("    ")
                    .append(parameters[i].getName())
                    .append(": ")
                    .append(ValueText.of(values[i]))
                    .append('\n');
        }
        return lines.toString();
    }
}
