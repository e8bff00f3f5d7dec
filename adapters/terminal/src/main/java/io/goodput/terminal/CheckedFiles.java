package io.goodput.terminal;

import io.goodput.config.problem.CheckedFile;
import io.goodput.config.problem.FileFinding;
import io.goodput.config.write.JsonWriter;
import io.goodput.config.write.Written;
import io.goodput.lint.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that a command has checked, by name, as programs read them. */
record CheckedFiles(SequencedMap<String, CheckedFile<?>> files) {
    int count(Level level) {
        return files.values().stream().mapToInt(file -> file.count(level)).sum();
    }

    /** {@code 1 warning, 2 notes}; empty if there is nothing to say. */
    static String counted(CheckedFile<?> file) {
        return Stream.of(Level.values())
                .filter(level -> file.count(level) > 0)
                .map(level -> file.count(level) + " " + level.word() + (file.count(level) == 1 ? "" : "s"))
                .collect(Collectors.joining(", "));
    }

    String json() {
        var root = new LinkedHashMap<String, Written>();
        root.put(
                "files",
                new Written.Items(files.entrySet().stream()
                        .map(each -> json(each.getKey(), each.getValue()))
                        .toList()));
        for (Level level : Level.values()) {
            root.put(level.word() + "s", number(count(level)));
        }
        return JsonWriter.write(new Written.Entries(root));
    }

    private static Written json(String name, CheckedFile<?> file) {
        var entries = new LinkedHashMap<String, Written>();
        entries.put("file", new Written.Text(name));
        entries.put("valid", new Written.Literal(String.valueOf(file.value() != null)));
        List<Written> findings =
                file.findings().stream().<Written>map(CheckedFiles::json).toList();
        entries.put("findings", new Written.Items(findings));
        return new Written.Entries(entries);
    }

    private static Written json(FileFinding finding) {
        var place = finding.place();
        var entries = new LinkedHashMap<String, Written>();
        entries.put("level", new Written.Text(finding.level().word()));
        entries.put("code", new Written.Text(finding.code()));
        entries.put("file", new Written.Text(finding.file()));
        entries.put("line", place == null ? new Written.Literal("null") : number(place.line()));
        entries.put("column", place == null ? new Written.Literal("null") : number(place.column()));
        entries.put("key", new Written.Text(finding.key()));
        entries.put("message", new Written.Text(finding.message()));
        entries.put("page", new Written.Text(finding.page()));
        return new Written.Entries(entries);
    }

    private static Written number(int number) {
        return new Written.Literal(String.valueOf(number));
    }
}
