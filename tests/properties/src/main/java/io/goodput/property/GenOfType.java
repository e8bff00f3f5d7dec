package io.goodput.property;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The generator of a parameter by its type, and by the ranges that stand beside it and within it. */
final class GenOfType {
    private static final Map<Class<? extends Annotation>, Set<Class<?>>> FITS = Map.of(
            IntRange.class, Set.of(int.class, Integer.class, int[].class),
            LongRange.class, Set.of(long.class, Long.class, long[].class),
            DoubleRange.class, Set.of(double.class, Double.class, double[].class),
            StringLength.class, Set.of(String.class),
            AlphaChars.class, Set.of(String.class),
            CharRange.class, Set.of(String.class));

    private GenOfType() {}

    /**
     * The generator of a parameter.
     *
     * @throws ParameterResolutionException if there is none for its type, or a range does not fit
     */
    static Gen<?> of(Parameter parameter) {
        try {
            return of(parameter.getAnnotatedType(), parameter);
        } catch (IllegalArgumentException e) {
            throw new ParameterResolutionException(parameter.getName() + ": " + e.getMessage(), e);
        }
    }

    private static Gen<?> of(AnnotatedType type, AnnotatedElement beside) {
        Class<?> raw = raw(type);
        checkFit(raw, beside);
        if (raw == int.class || raw == Integer.class) {
            IntRange range = beside.getAnnotation(IntRange.class);
            return range == null ? Gen.ints(Integer.MIN_VALUE, Integer.MAX_VALUE) : Gen.ints(range.min(), range.max());
        }
        if (raw == long.class || raw == Long.class) {
            LongRange range = beside.getAnnotation(LongRange.class);
            return range == null ? Gen.longs(Long.MIN_VALUE, Long.MAX_VALUE) : Gen.longs(range.min(), range.max());
        }
        if (raw == double.class || raw == Double.class) {
            return doubles(beside.getAnnotation(DoubleRange.class));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Gen.booleans();
        }
        if (raw == byte.class || raw == Byte.class) {
            return Gen.ints(Byte.MIN_VALUE, Byte.MAX_VALUE).map(Integer::byteValue);
        }
        if (raw == String.class) {
            return strings(beside);
        }
        if (raw.isEnum()) {
            return Gen.of(List.of(raw.getEnumConstants()));
        }
        return severalOf(type, raw, beside.getAnnotation(Size.class));
    }

    private static Gen<Double> doubles(@Nullable DoubleRange range) {
        return range == null
                ? Gen.doubles(-Double.MAX_VALUE, Double.MAX_VALUE)
                : Gen.doubles(range.min(), range.maxIncluded() ? range.max() : Math.nextDown(range.max()));
    }

    private static Gen<String> strings(AnnotatedElement beside) {
        List<Gen<Character>> alphabets = new ArrayList<>();
        if (beside.isAnnotationPresent(AlphaChars.class)) {
            alphabets.add(Gen.chars('a', 'z'));
            alphabets.add(Gen.chars('A', 'Z'));
        }
        CharRange range = beside.getAnnotation(CharRange.class);
        if (range != null) {
            alphabets.add(Gen.chars(range.from(), range.to()));
        }
        Gen<Gen<Character>> alphabet = alphabets.isEmpty() ? Gen.just(Gen.chars()) : Gen.of(alphabets);
        StringLength length = beside.getAnnotation(StringLength.class);
        return Gen.strings(
                choices -> alphabet.from(choices).from(choices),
                length == null ? 0 : length.min(),
                length == null ? Gen.LONGEST : length.max());
    }

    private static Gen<?> severalOf(AnnotatedType type, Class<?> raw, @Nullable Size size) {
        int min = size == null ? 0 : size.min();
        int max = size == null ? Gen.LONGEST : size.max();
        if (raw == List.class && type instanceof AnnotatedParameterizedType list) {
            AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
            return of(element, element).list(min, max);
        }
        if (raw.isArray() && type instanceof AnnotatedArrayType array) {
            AnnotatedType element = array.getAnnotatedGenericComponentType();
            return of(element, element).list(min, max).map(list -> array(list, raw.componentType()));
        }
        throw new IllegalArgumentException("no values of " + type.getType().getTypeName()
                + " are known (expected: an enum, int, long, double, boolean, byte, String, a List or an array of them,"
                + " or @ForAll(\"name\") and a method name() with @Provide)");
    }

    private static Object array(List<?> list, Class<?> component) {
        Object array = Array.newInstance(component, list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, list.get(i));
        }
        return array;
    }

    private static Class<?> raw(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> raw -> raw;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            default -> Object.class;
        };
    }

    private static void checkFit(Class<?> raw, AnnotatedElement beside) {
        FITS.forEach((range, types) -> {
            if (beside.isAnnotationPresent(range) && !types.contains(raw)) {
                throw new IllegalArgumentException("@" + range.getSimpleName() + " beside " + raw.getTypeName());
            }
        });
        if (beside.isAnnotationPresent(Size.class) && raw != List.class && !raw.isArray()) {
            throw new IllegalArgumentException("@Size beside " + raw.getTypeName() + " (expected: a List or an array)");
        }
    }
}
