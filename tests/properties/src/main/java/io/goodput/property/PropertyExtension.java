package io.goodput.property;

import java.lang.reflect.Method;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs a {@link Property} in place of the one call that JUnit would make. */
final class PropertyExtension implements ParameterResolver, InvocationInterceptor {
    private static final String SEED = "goodput.property.seed";
    private static final String TRIES = "goodput.property.tries";
    private static final String ANY = "random";
    private static final int MOST_TIMES = 10_000;
    private static final String MULTIPLE = "a whole number >= 1 and <= " + MOST_TIMES;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable().equals(context.getRequiredTestMethod());
    }

    /** What JUnit asks for before it hands the call on; the tries have values of their own. */
    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return PropertyMethod.of(context).values(Choices.told())[parameter.getIndex()];
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> once, ReflectiveInvocationContext<Method> call, ExtensionContext context) {
        once.skip();
        Method method = context.getRequiredTestMethod();
        Property property = method.getAnnotation(Property.class);
        if (property == null || property.tries() < 1 || property.seed().length > 1 || method.getParameterCount() == 0) {
            throw new ParameterResolutionException(
                    method + " (expected: @Property with tries >= 1, at most one seed, and a parameter)");
        }
        int tries = Math.multiplyExact(property.tries(), times(context));
        new PropertyRun(PropertyMethod.of(context), new Trial(method, context), tries, seed(property, context)).run();
    }

    private static int times(ExtensionContext context) {
        String told = context.getConfigurationParameter(TRIES).orElse("1");
        long times = number(TRIES, told, MULTIPLE);
        if (times < 1 || times > MOST_TIMES) {
            throw unexpected(TRIES, told, MULTIPLE);
        }
        return (int) times;
    }

    private static long seed(Property property, ExtensionContext context) {
        String told = context.getConfigurationParameter(SEED).orElse("");
        if (told.equals(ANY)) {
            return RandomGenerator.getDefault().nextLong();
        }
        if (!told.isEmpty()) {
            return number(SEED, told, "a whole number, or " + ANY);
        }
        Method method = context.getRequiredTestMethod();
        String name = context.getRequiredTestClass().getName() + "." + method.getName();
        return property.seed().length == 1 ? property.seed()[0] : name.hashCode();
    }

    private static long number(String key, String text, String expected) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw (ParameterResolutionException) unexpected(key, text, expected).initCause(e);
        }
    }

    private static ParameterResolutionException unexpected(String key, String told, String expected) {
        return new ParameterResolutionException(key + ": " + told + " (expected: " + expected + ")");
    }
}
