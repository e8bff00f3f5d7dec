import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Collects the licences of jars: {@code java Licences.java JARS TEXTS OUT} writes for each jar in the folder JARS, and in those within, what it
 * carries, and where it carries nothing, the text in the folder TEXTS that is meant for it. A jar without either is an
 * error.
 */
class Licences {
    private static final Pattern TEXT =
            Pattern.compile("(META-INF/)?([\\w-]*-)?(LICEN[CS]E|NOTICE|COPYING)(\\.\\w+)?", Pattern.CASE_INSENSITIVE);

    /** Jars whose makers do not put a text into them, by how their names begin. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "jline-", "jline.txt",
            "progressbar-", "progressbar.txt",
            "ion-java-", "Apache-2.0",
            "netty-", "Apache-2.0",
            "picocli-", "Apache-2.0",
            "snakeyaml-engine-", "Apache-2.0",
            "duckdb_jdbc-", "duckdb.txt",
            "zstd-jni-", "zstd-jni.txt");

    public static void main(String... folders) throws IOException {
        Path jars = Path.of(folders[0]);
        Path texts = Path.of(folders[1]);
        Path out = Path.of(folders[2]);
        try (Stream<Path> all = Files.walk(jars)) {
            for (Path jar : all.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                collect(jar, texts, Files.createDirectories(out.resolve(name(jar).replaceFirst("\\.jar$", ""))));
            }
        }
    }

    private static void collect(Path jar, Path texts, Path out) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (var opened = new JarFile(jar.toFile())) {
            List<ZipEntry> carried = opened.stream()
                    .filter(entry -> TEXT.matcher(entry.getName()).matches())
                    .map(ZipEntry.class::cast)
                    .toList();
            for (ZipEntry entry : carried) {
                found.put(Path.of(entry.getName()).getFileName().toString(), opened.getInputStream(entry).readAllBytes());
            }
        }
        if (found.isEmpty()) {
            found.put("LICENSE", Files.readAllBytes(elsewhere(jar, texts)));
        }
        for (var text : found.entrySet()) {
            Files.write(out.resolve(text.getKey()), text.getValue());
        }
    }

    private static Path elsewhere(Path jar, Path texts) {
        String text = ELSEWHERE.entrySet().stream()
                .filter(entry -> name(jar).startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        name(jar) + ": no licence in it, and none said in Licences.java (expected: one of both)"));
        return text.equals("Apache-2.0") ? texts.resolve("../../LICENSE") : texts.resolve(text);
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }
}
