package io.goodput.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The numbers from 0 on: each as a number, its half, whether it is even, and as text; every seventh has no text. */
record NumbersTable(String name, long rows, long brokenAt) implements RowTable {
    static NumbersTable of(long rows) {
        return new NumbersTable("numbers", rows, Long.MAX_VALUE);
    }

    @Override
    public List<RowColumn> columns() {
        return List.of(
                new RowColumn("n", RowType.WHOLE),
                new RowColumn("half", RowType.REAL),
                new RowColumn("even", RowType.TRUTH),
                new RowColumn("word", RowType.TEXT));
    }

    @Override
    public RowScan scan(List<Integer> wanted) {
        var next = new AtomicLong();
        return () -> new RowScan.RowCursor() {
            @Override
            public int fill(RowSink sink, int most) throws IOException {
                int row = 0;
                while (row < most) {
                    long n = next.getAndIncrement();
                    if (n == brokenAt) {
                        throw new IOException("row " + n + " cannot be read");
                    }
                    if (n >= rows) {
                        return row;
                    }
                    for (int column = 0; column < wanted.size(); column++) {
                        tell(wanted.get(column), column, row, n, sink);
                    }
                    row++;
                }
                return row;
            }

            @Override
            public void close() {}
        };
    }

    private static void tell(int what, int column, int row, long n, RowSink sink) {
        switch (what) {
            case 0 -> sink.whole(column, row, n);
            case 1 -> sink.real(column, row, n / 2.0);
            case 2 -> sink.truth(column, row, n % 2 == 0);
            default -> {
                byte[] word = ("zahl-ü-" + n).getBytes(UTF_8);
                if (n % 7 != 0) {
                    sink.text(column, row, word, 0, word.length);
                }
            }
        }
    }
}
