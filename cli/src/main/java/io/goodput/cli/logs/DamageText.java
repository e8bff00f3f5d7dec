package io.goodput.cli.logs;

import io.goodput.config.write.Written;
import io.goodput.logs.file.FileDamage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What of a file could not be read, for people and for programs. */
final class DamageText {
    private DamageText() {}

    static String of(FileDamage damage) {
        List<String> parts = new ArrayList<>();
        if (damage.torn()) {
            parts.add("its end is torn, as of a writer that was killed or is still at it");
        }
        if (damage.places() > 0) {
            parts.add(counted(damage.places(), "damaged place"));
        }
        if (damage.lostBytes() > 0) {
            parts.add(counted(damage.lostBytes(), "byte") + " left out");
        }
        if (damage.lostRecords() > 0) {
            parts.add("at least " + counted(damage.lostRecords(), "record") + " lost");
        }
        if (damage.locked() > 0) {
            parts.add(counted(damage.locked(), "frame") + " not opened by this key");
        }
        if (damage.strangeLines() > 0) {
            parts.add(counted(damage.strangeLines(), "line") + " no object of JSON, left out");
        }
        return String.join("; ", parts);
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static Written json(Path file, FileDamage damage) {
        var entries = new LinkedHashMap<String, Written>();
        entries.put("file", new Written.Text(file.toString()));
        entries.put("torn", new Written.Literal(String.valueOf(damage.torn())));
        entries.put("lostBytes", number(damage.lostBytes()));
        entries.put("places", number(damage.places()));
        entries.put("lostRecords", number(damage.lostRecords()));
        entries.put("lockedFrames", number(damage.locked()));
        entries.put("strangeLines", number(damage.strangeLines()));
        return new Written.Entries(entries);
    }

    private static Written number(long number) {
        return new Written.Literal(String.valueOf(number));
    }
}
