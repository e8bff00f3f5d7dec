package io.goodput.floors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All modules of the repository, and the arrows between their packages: those that the compiler saw, and those that
 * only a comment draws. Benchmarks stand beside the house and are not looked at.
 */
record House(List<Path> modules) {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final Pattern IN_CLASS_FILE = Pattern.compile("\\b(io/goodput(?:/[a-z]\\w*)*)/[A-Z]");
    private static final Pattern IN_SOURCE = Pattern.compile("\\b(io\\.goodput(?:\\.[a-z]\\w*)*)\\.[A-Z]");

    static House here() throws IOException {
        return new House(MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> ROOT.resolve(found.group(1)))
                .filter(module -> !module.endsWith("bench") && Files.isDirectory(module.resolve("src/main/java")))
                .toList());
    }

    Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        forEachFile("src/main/java", ".java", (from, _) -> packages.add(from));
        return packages;
    }

    /** All that declare a type. */
    List<Path> sources() {
        Stream.Builder<Path> sources = Stream.builder();
        forEachFile("src/main/java", ".java", (_, file) -> sources.add(file));
        return sources.build()
                .filter(file -> !file.endsWith("package-info.java"))
                .toList();
    }

    List<Arrow> arrows() {
        Stream.Builder<Arrow> arrows = Stream.builder();
        forEachFile("target/classes", ".class", (from, file) -> addAll(arrows, from, file, namesInClass(file)));
        forEachFile("src/main/java", ".java", (from, file) -> addAll(arrows, from, file, namesInSource(file)));
        return arrows.build().distinct().toList();
    }

    private static void addAll(Stream.Builder<Arrow> arrows, String from, Path file, Stream<String> names) {
        names.forEach(to -> arrows.add(new Arrow(from, to, file.getFileName().toString())));
    }

    private static Stream<String> namesInClass(Path file) {
        try {
            Stream.Builder<String> names = Stream.builder();
            for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
                if (entry instanceof Utf8Entry text) {
                    IN_CLASS_FILE
                            .matcher(text.stringValue())
                            .results()
                            .forEach(found -> names.add(found.group(1).replace('/', '.')));
                }
            }
            return names.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> namesInSource(Path file) {
        try {
            return IN_SOURCE.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forEachFile(String folder, String ending, Visitor visitor) {
        for (Path module : modules) {
            Path root = module.resolve(folder);
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(ending) && !file.endsWith("module-info" + ending))
                        .sorted()
                        .forEach(file -> visitor.visit(packageOf(root, file), file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String packageOf(Path root, Path file) {
        return root.relativize(file.getParent()).toString().replace('/', '.');
    }

    private interface Visitor {
        void visit(String packageName, Path file);
    }
}
