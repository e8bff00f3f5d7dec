package io.goodput.bounds;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is read by reflection, and GraalVM's native image must know beforehand: the records that {@link Shown} shows.
 */
class NativeImageTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path METADATA =
            Path.of("src/main/resources/META-INF/native-image/io.goodput/goodput-core/reachability-metadata.json");

    private final List<Class<?>> types = types();
    private final TreeMap<String, Class<?>> records = new TreeMap<>();

    NativeImageTest() throws IOException, ClassNotFoundException {}

    @Test
    void all_settings_and_what_they_are_made_of_are_registered() {
        types.stream().filter(type -> type.getSimpleName().equals("Settings")).forEach(this::add);

        assertThat(records).containsKeys("io.goodput.retry.Backoff", "io.goodput.balance.RendezvousSubset");
        assertThat(METADATA).hasContent(metadata(records.keySet()));
    }

    private void add(Class<?> type) {
        if (type.isInterface()) {
            types.stream()
                    .filter(each -> each != type && type.isAssignableFrom(each))
                    .forEach(this::add);
        }
        if (type.isRecord() && records.putIfAbsent(type.getName(), type) == null) {
            Stream.of(type.getRecordComponents()).map(RecordComponent::getType).forEach(this::add);
        }
    }

    /** Those of all sources, and those declared in them. */
    private static List<Class<?>> types() throws IOException, ClassNotFoundException {
        Stream.Builder<Class<?>> types = Stream.builder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(NativeImageTest::declaresType).toList()) {
                String name = SOURCES.relativize(file).toString().replace(".java", "");
                Class<?> type = Class.forName(name.replace(file.getFileSystem().getSeparator(), "."), false, loader());
                types.add(type);
                Stream.of(type.getDeclaredClasses()).forEach(types::add);
            }
        }
        return types.build().toList();
    }

    private static boolean declaresType(Path file) {
        return file.toString().endsWith(".java")
                && !file.getFileName().toString().contains("-info.");
    }

    private static ClassLoader loader() {
        return NativeImageTest.class.getClassLoader();
    }

    private static String metadata(Collection<String> names) {
        return names.stream()
                .map(name -> "    {\"type\": \"" + name + "\", \"allPublicMethods\": true}")
                .collect(joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
    }
}
