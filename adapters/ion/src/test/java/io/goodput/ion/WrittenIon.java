package io.goodput.ion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goodput.telemetry.file.FileName;
import io.goodput.telemetry.frame.Damage;
import io.goodput.telemetry.frame.Frame;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.frame.FrameReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All records of a folder, in the order of its files' names. */
record WrittenIon(List<String> files, List<JsonNode> records, int frames, Damage damage) {
    static WrittenIon in(Path folder, @Nullable FrameKey key) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(each -> each.getFileName().toString())
                    .filter(each -> FileName.parse(each) != null)
                    .sorted()
                    .toList();
        }
        int frames = 0;
        Damage damage = Damage.NONE;
        for (String name : names) {
            try (var channel = FileChannel.open(folder.resolve(name));
                    var reader = new FrameReader(channel, key, new IonLines())) {
                for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                    List<JsonNode> read = new String(frame.text(), UTF_8)
                            .lines()
                            .map(JsonMapper.shared()::readTree)
                            .toList();
                    if (read.size() != frame.head().records()) {
                        throw new AssertionError(read.size() + " records, and not " + frame.head());
                    }
                    records.addAll(read);
                    frames++;
                }
                damage = damage.plus(reader.damage());
            }
        }
        return new WrittenIon(names, records, frames, damage);
    }

    List<Long> numbers() {
        return records.stream()
                .filter(each -> each.has("n"))
                .map(each -> each.get("n").asLong())
                .toList();
    }
}
