package io.goodput.telemetry.expose;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Texts in JSON, in pure ASCII: what is not is escaped. */
final class EmfJson {
    private final Appendable out;

    EmfJson(Appendable out) {
        this.out = out;
    }

    /** Writes one of several. */
    interface Writer<T> {
        void write(T one) throws IOException;
    }

    /** Structure, as it is. */
    void open(String json) throws IOException {
        out.append(json);
    }

    /** The name of what comes next in an object that has fields already. */
    void field(String name) throws IOException {
        out.append(',');
        text(name);
        out.append(':');
    }

    <T> void each(Collection<T> all, Writer<T> writer) throws IOException {
        String before = "";
        for (T one : all) {
            out.append(before);
            writer.write(one);
            before = ",";
        }
    }

    void texts(Collection<String> all) throws IOException {
        each(List.copyOf(all), this::text);
    }

    void text(String value) throws IOException {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (each < ' ' || each > '~') {
                out.append(String.format("\\u%04x", (int) each));
            } else {
                out.append(each);
            }
        }
        out.append('"');
    }
}
