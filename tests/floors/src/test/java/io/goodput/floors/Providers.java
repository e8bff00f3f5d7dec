package io.goodput.floors;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who provides a service: by module, and for programs on a class path.
 *
 * @param ofModule the providers of each service, by {@code module-info}
 * @param ofFiles the same by the files in {@code META-INF/services}
 */
record Providers(SortedMap<String, List<String>> ofModule, SortedMap<String, List<String>> ofFiles) {
    private static final Pattern COMMENT = Pattern.compile("#.*");

    /** Those of a module that is compiled. */
    static Providers of(Path module) throws IOException {
        return new Providers(declared(module.resolve("target/classes/module-info.class")), listed(module));
    }

    private static SortedMap<String, List<String>> declared(Path file) throws IOException {
        var declared = new TreeMap<String, List<String>>();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                for (ModuleDescriptor.Provides provides :
                        ModuleDescriptor.read(in).provides()) {
                    declared.put(
                            provides.service(),
                            provides.providers().stream().sorted().toList());
                }
            }
        }
        return declared;
    }

    private static SortedMap<String, List<String>> listed(Path module) throws IOException {
        Path folder = module.resolve("src/main/resources/META-INF/services");
        var listed = new TreeMap<String, List<String>>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    listed.put(file.getFileName().toString(), providers(file));
                }
            }
        }
        return listed;
    }

    private static List<String> providers(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> COMMENT.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }
}
