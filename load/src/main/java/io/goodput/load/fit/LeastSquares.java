package io.goodput.load.fit;

import org.jspecify.annotations.Nullable;

/** Linear least squares in a few unknowns, by the normal equations with columns scaled to the same size. */
final class LeastSquares {
    private static final double SINGULAR = 1e-13;

    private LeastSquares() {}

    /**
     * The factors of the columns that bring their weighted sum nearest to the values; null if they do not determine
     * them.
     *
     * @param rows one for each value
     * @param damping added to the diagonal, relative to it (Levenberg and Marquardt); 0 for none
     */
    static double @Nullable [] solve(double[][] rows, double[] values, double[] weights, double damping) {
        int unknowns = rows[0].length;
        double[] scale = scale(rows, weights);
        double[][] system = new double[unknowns][unknowns + 1];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < unknowns; j++) {
                double left = weights[i] * rows[i][j] / scale[j];
                for (int k = 0; k < unknowns; k++) {
                    system[j][k] += left * rows[i][k] / scale[k];
                }
                system[j][unknowns] += left * values[i];
            }
        }
        for (int j = 0; j < unknowns; j++) {
            system[j][j] *= 1 + damping;
        }
        return eliminate(system, scale);
    }

    /** Root of the weighted sum of squares of each column, so that the scaled diagonal is 1. */
    private static double[] scale(double[][] rows, double[] weights) {
        double[] scale = new double[rows[0].length];
        for (int j = 0; j < scale.length; j++) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                sum += weights[i] * rows[i][j] * rows[i][j];
            }
            scale[j] = sum == 0 ? 1 : Math.sqrt(sum);
        }
        return scale;
    }

    /** By Gauss, with pivots from the rows. */
    private static double @Nullable [] eliminate(double[][] system, double[] scale) {
        int unknowns = system.length;
        for (int column = 0; column < unknowns; column++) {
            pivot(system, column);
            if (!(Math.abs(system[column][column]) > SINGULAR)) {
                return null;
            }
            for (int row = 0; row < unknowns; row++) {
                double factor = row == column ? 0 : system[row][column] / system[column][column];
                for (int k = column; k <= unknowns; k++) {
                    system[row][k] -= factor * system[column][k];
                }
            }
        }
        double[] solution = new double[unknowns];
        for (int row = 0; row < unknowns; row++) {
            solution[row] = system[row][unknowns] / system[row][row] / scale[row];
        }
        return solution;
    }

    private static void pivot(double[][] system, int column) {
        int best = column;
        for (int row = column + 1; row < system.length; row++) {
            if (Math.abs(system[row][column]) > Math.abs(system[best][column])) {
                best = row;
            }
        }
        double[] swapped = system[column];
        system[column] = system[best];
        system[best] = swapped;
    }
}
