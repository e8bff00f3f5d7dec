package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.latency.TimeoutAdvisor;
import io.goodput.limit.RateLimit;
import io.goodput.quorum.QuorumCall;
import io.goodput.quorum.QuorumFetch;
import io.goodput.shard.ShardAssignments;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who knows one policy knows all: each is made of its settings, tells them, takes others while it runs, has a standard
 * to start from, and prints so that a person can read it.
 */
class PolicyShapeTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    private enum Part {
        TELLS_ITS_SETTINGS,
        TAKES_OTHERS,
        HAS_A_STANDARD,
        PRINTS_ITSELF
    }

    /** What a policy lacks, and why. */
    private record Exempt(Set<Part> lacks, String reason) {}

    private static final Map<Class<?>, Exempt> EXEMPT = Map.of(
            RateLimit.class,
            new Exempt(EnumSet.of(Part.HAS_A_STANDARD), "nobody can guess the rate that is agreed on"),
            QuorumFetch.class,
            new Exempt(EnumSet.of(Part.HAS_A_STANDARD), "nobody can guess k and n"),
            QuorumCall.class,
            new Exempt(EnumSet.allOf(Part.class), "one fetch, over before anybody changes it"),
            TimeoutAdvisor.class,
            new Exempt(EnumSet.of(Part.TAKES_OTHERS), "keeps no state, so another one does as well"),
            ShardAssignments.class,
            new Exempt(
                    EnumSet.of(Part.TAKES_OTHERS, Part.HAS_A_STANDARD),
                    "what is assigned was promised under its settings, and nobody can guess the endpoints"));

    /** Public classes with a public constructor of settings, and these. */
    private static Map<Class<?>, Class<?>> policies() throws IOException {
        var policies = new LinkedHashMap<Class<?>, Class<?>>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .map(PolicyShapeTest::named)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .forEach(type -> settings(type).ifPresent(settings -> policies.put(type, settings)));
        }
        return policies;
    }

    private static Class<?> named(Path file) {
        String path = SOURCES.relativize(file).toString();
        try {
            return Class.forName(path.substring(0, path.length() - ".java".length())
                    .replace('/', '.')
                    .replace('\\', '.'));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Optional<Class<?>> settings(Class<?> policy) {
        return Arrays.stream(policy.getConstructors())
                .map(Constructor::getParameterTypes)
                .flatMap(Arrays::stream)
                .<Class<?>>map(parameter -> parameter)
                .filter(parameter -> parameter.getSimpleName().endsWith("Settings"))
                .findFirst();
    }

    private static Set<Part> lacking(Class<?> policy, Class<?> settings) {
        Set<Part> lacking = EnumSet.noneOf(Part.class);
        List<Method> methods = List.of(policy.getMethods());
        if (methods.stream()
                .noneMatch(method -> method.getName().equals("settings")
                        && method.getParameterCount() == 0
                        && method.getReturnType().equals(settings))) {
            lacking.add(Part.TELLS_ITS_SETTINGS);
        }
        if (methods.stream()
                .noneMatch(method -> method.getName().equals("change")
                        && method.getParameterCount() > 0
                        && method.getParameterTypes()[0].equals(settings))) {
            lacking.add(Part.TAKES_OTHERS);
        }
        if (Arrays.stream(settings.getFields())
                .noneMatch(field -> field.getName().equals("STANDARD") && settings.isAssignableFrom(field.getType()))) {
            lacking.add(Part.HAS_A_STANDARD);
        }
        if (methods.stream()
                .noneMatch(method -> method.getName().equals("toString")
                        && method.getParameterCount() == 0
                        && !method.getDeclaringClass().equals(Object.class))) {
            lacking.add(Part.PRINTS_ITSELF);
        }
        return lacking;
    }

    @Test
    void every_policy_has_the_same_shape() throws IOException {
        var lacking = new LinkedHashMap<Class<?>, Set<Part>>();
        policies().forEach((policy, settings) -> lacking.put(policy, lacking(policy, settings)));

        assertThat(lacking).hasSizeGreaterThan(20);
        assertThat(lacking).allSatisfy((policy, parts) -> {
            Exempt exempt = EXEMPT.get(policy);
            assertThat(parts).as(policy.getSimpleName()).isEqualTo(exempt == null ? Set.of() : exempt.lacks());
        });
    }

    @Test
    void no_exemption_outlives_its_policy_or_goes_without_a_reason() throws IOException {
        assertThat(policies().keySet()).containsAll(EXEMPT.keySet());
        assertThat(EXEMPT.values()).extracting(Exempt::reason).noneMatch(String::isBlank);
    }
}
