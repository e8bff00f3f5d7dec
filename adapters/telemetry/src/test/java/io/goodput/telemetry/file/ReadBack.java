package io.goodput.telemetry.file;

import io.goodput.telemetry.frame.Damage;
import io.goodput.telemetry.frame.Frame;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.frame.FrameReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All records of a folder, in the order of its files' names. */
record ReadBack(List<JsonNode> records, Damage damage, List<FileName> files) {
    static ReadBack of(Path folder) throws IOException {
        return of(folder, null);
    }

    static ReadBack of(Path folder, @Nullable FrameKey key) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        Damage damage = Damage.NONE;
        List<FileName> names = names(folder);
        for (FileName name : names) {
            try (var channel = FileChannel.open(folder.resolve(name.toString()));
                    var reader = new FrameReader(channel, key)) {
                for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                    List<JsonNode> read = new String(frame.text(), StandardCharsets.UTF_8)
                            .lines()
                            .map(JsonMapper.shared()::readTree)
                            .toList();
                    if (read.size() != frame.head().records()) {
                        throw new AssertionError(read.size() + " records, and not " + frame.head());
                    }
                    records.addAll(read);
                }
                damage = damage.plus(reader.damage());
            }
        }
        return new ReadBack(records, damage, names);
    }

    static List<FileName> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FileName.parse(file.getFileName().toString()))
                    .filter(Objects::nonNull)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
        }
    }

    List<JsonNode> kind(String kind) {
        return records.stream()
                .filter(each -> each.get("kind").asString().equals(kind))
                .toList();
    }

    /** The numbers of the records that were told. */
    List<Long> numbers() {
        return kind("work").stream().map(each -> each.get("n").asLong()).toList();
    }
}
