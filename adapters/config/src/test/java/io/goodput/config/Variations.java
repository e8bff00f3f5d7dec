package io.goodput.config;

import io.goodput.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The neighbours of a record: the same with one of its values changed, however deep it lies. It finds the values by
 * reflection, so that an option that is new is varied too.
 */
final class Variations {
    private final RandomGenerator random;

    /** The components that were seen with a value, as {@code Type.component}, and those that were varied. */
    final Set<String> seen = new LinkedHashSet<>();

    final Set<String> varied = new LinkedHashSet<>();

    Variations(RandomGenerator random) {
        this.random = random;
    }

    List<Object> of(Object value) {
        return switch (value) {
            case Record record -> ofRecord(record);
            case Integer whole ->
                List.of(whole + 1, whole - 1, whole * 2, whole / 2, 1 + random.nextInt(Math.max(1, 3 * whole)));
            case Long whole -> List.of(whole + 1, whole - 1, random.nextLong(1, 1_000_000_000));
            case Double number ->
                List.of(number * 1.1, number * 0.9, number / 3, number * random.nextDouble(), number + 0.01);
            case Boolean yes -> List.of(!yes);
            case Duration time ->
                List.of(
                        time.plusNanos(1),
                        time.multipliedBy(2),
                        time.dividedBy(3),
                        time.plusMillis(random.nextLong(1000)));
            case String name -> List.of(name + "-2", "0", "null", "off", "${a}", "$${a", "a b: \"c\" #d", "é");
            case Outcome _ -> List.of();
            case Enum<?> constant ->
                List.copyOf(Arrays.asList(constant.getDeclaringClass().getEnumConstants()));
            case Set<?> constants -> constants.isEmpty() ? List.of() : ofConstants(constants);
            case List<?> list -> ofList(list);
            case Map<?, ?> map -> ofMap(map);
            default -> throw new AssertionError("no variations of " + value.getClass());
        };
    }

    private List<Object> ofRecord(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values =
                Arrays.stream(components).map(each -> get(record, each)).toArray();
        List<Object> variations = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            if (values[i] == null) {
                continue;
            }
            String name = name(record, components[i]);
            seen.add(name);
            for (Object other : of(values[i])) {
                Object[] changed = values.clone();
                changed[i] = other;
                Object variation = create(record.getClass(), components, changed);
                if (variation != null && !variation.equals(record)) {
                    varied.add(name);
                    variations.add(variation);
                }
            }
        }
        return variations;
    }

    static String name(Record record, RecordComponent component) {
        return record.getClass().getTypeName().replaceFirst(".*\\.", "") + "." + component.getName();
    }

    /** With one constant more or less; of an empty set it is not known of which. */
    private static List<Object> ofConstants(Set<?> constants) {
        List<Object> variations = new ArrayList<>();
        var type = ((Enum<?>) constants.iterator().next()).getDeclaringClass();
        for (Object constant : type.getEnumConstants()) {
            Set<Object> other = new LinkedHashSet<>(constants);
            if (!other.add(constant)) {
                other.remove(constant);
            }
            variations.add(other);
        }
        return variations;
    }

    private List<Object> ofList(List<?> list) {
        List<Object> variations = new ArrayList<>();
        variations.add(list.subList(Math.min(1, list.size()), list.size()));
        variations.add(list.reversed());
        for (int i = 0; i < list.size(); i++) {
            for (Object other : of(list.get(i))) {
                List<Object> changed = new ArrayList<>(list);
                changed.set(i, other);
                variations.add(changed);
            }
        }
        return variations;
    }

    private List<Object> ofMap(Map<?, ?> map) {
        List<Object> variations = new ArrayList<>();
        map.forEach((key, value) -> {
            for (Object other : of(value)) {
                Map<Object, Object> changed = new LinkedHashMap<>(map);
                changed.put(key, other);
                variations.add(changed);
            }
        });
        return variations;
    }

    static @Nullable Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Null if the record refuses these values. */
    private static @Nullable Object create(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return null;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Every component of the records in a value, whether it has a value or not. */
    static Set<String> components(@Nullable Object value) {
        Set<String> names = new LinkedHashSet<>();
        switch (value) {
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    names.add(name(record, component));
                    names.addAll(components(get(record, component)));
                }
            }
            case Collection<?> values -> values.forEach(each -> names.addAll(components(each)));
            case Map<?, ?> map -> map.values().forEach(each -> names.addAll(components(each)));
            case null, default -> {}
        }
        return names;
    }
}
