package io.goodput.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation's table of what to import from where, held against the sources. */
class PackageTableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`io\\.goodput.*?) \\| (.*) \\|$");
    private static final Pattern WORD = Pattern.compile("`([\\w.]+)`");

    @Test
    void what_the_table_names_is_in_that_package() throws IOException {
        Set<String> there = typeNames();
        List<String> missing = new ArrayList<>();
        for (MatchResult row : ROW.matcher(Files.readString(Path.of("../docs/README.md")))
                .results()
                .toList()) {
            List<String> packages = new ArrayList<>(words(row.group(1)));
            for (String word : words(row.group(2))) {
                if (word.startsWith("io.")) {
                    packages.add(word);
                } else if (packages.stream().noneMatch(each -> there.contains(each + "." + word))) {
                    missing.add(word + " in " + packages);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(there).contains("io.goodput.guard.Guard");
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> typeNames() throws IOException {
        try (var files = Files.walk(Path.of(".."), 12)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java") && file.contains("src/main/java/io/"))
                    .map(file -> file.substring(
                            file.indexOf("src/main/java/") + "src/main/java/".length(),
                            file.length() - ".java".length()))
                    .map(file -> file.replace('/', '.'))
                    .collect(Collectors.toSet());
        }
    }
}
