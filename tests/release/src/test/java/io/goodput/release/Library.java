package io.goodput.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A module of Java that the build makes: where it is, and what it is called. */
record Library(Path folder, Pom pom) {
    static final Path ROOT = Path.of("..", "..");

    private static final Pattern MODULE = Pattern.compile("^(?:open )?module ([\\w.]+)", Pattern.MULTILINE);
    private static final Pattern EXPORT = Pattern.compile("^ *exports ([\\w.]+);", Pattern.MULTILINE);

    static List<Library> all() throws Exception {
        List<Library> all = new ArrayList<>();
        for (String module : Pom.read(ROOT.resolve("pom.xml")).texts("/project/modules/module")) {
            var folder = ROOT.resolve(module);
            if (Files.exists(folder.resolve("src/main/java/module-info.java"))) {
                all.add(new Library(folder, Pom.read(folder.resolve("pom.xml"))));
            }
        }
        return all;
    }

    /** Those that users depend on. */
    static List<Library> published() throws Exception {
        List<Library> published = new ArrayList<>();
        for (Library library : all()) {
            if (!library.pom.text("/project/properties/maven.deploy.skip").equals("true")) {
                published.add(library);
            }
        }
        return published;
    }

    /** The version that the build makes. */
    static String version() throws Exception {
        var asked = System.getProperty("project.version");
        return asked != null ? asked : Pom.read(ROOT.resolve("pom.xml")).text("/project/properties/revision");
    }

    String artifact() throws Exception {
        return pom.text("/project/artifactId");
    }

    String module() throws IOException {
        return MODULE.matcher(moduleInfo()).results().findFirst().orElseThrow().group(1);
    }

    /** Packages that no other module sees. */
    Set<String> concealed() throws IOException {
        var exported = EXPORT.matcher(moduleInfo())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        var sources = folder.resolve("src/main/java");
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !exported.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    Path built(String suffix) throws Exception {
        var name = pom.text("/project/build/finalName");
        var target = folder.resolve("target");
        if (name.isEmpty()) {
            return target.resolve(artifact() + "-" + version() + suffix);
        }
        return target.resolve(suffix.equals(".jar") ? "app" : "").resolve(name + suffix);
    }

    private String moduleInfo() throws IOException {
        return Files.readString(folder.resolve("src/main/java/module-info.java"));
    }
}
