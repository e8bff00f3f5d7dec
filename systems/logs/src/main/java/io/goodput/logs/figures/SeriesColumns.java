package io.goodput.logs.figures;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A series made as narrow as a picture of it: what falls into one column is averaged, gaps left out. */
public final class SeriesColumns {
    private SeriesColumns() {}

    /**
     * The columns, as many as the series has intervals or as there is room for. {@link Double#NaN} is a gap: of no
     * interval in it anything is told.
     *
     * @param series null for a gap
     * @param most columns: at least 1
     */
    public static double[] of(List<@Nullable Double> series, int most) {
        int columns = Math.min(most, series.size());
        double[] means = new double[columns];
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * series.size() / columns);
            int to = (int) ((column + 1L) * series.size() / columns);
            means[column] = series.subList(from, to).stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(value -> value)
                    .average()
                    .orElse(Double.NaN);
        }
        return means;
    }
}
