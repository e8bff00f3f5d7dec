package io.goodput.lab.drawing;

import java.util.function.DoubleUnaryOperator;

/**
 * A curve as SVG path data: a line along its means, or the outline of its band. A gap stays a gap, and a point between
 * two of them is a line of no length, which round ends make a dot.
 */
public final class SvgPath {
    private final Curve curve;
    private final DoubleUnaryOperator x;
    private final DoubleUnaryOperator y;
    private final StringBuilder data = new StringBuilder();

    private SvgPath(Curve curve, DoubleUnaryOperator x, DoubleUnaryOperator y) {
        this.curve = curve;
        this.x = x;
        this.y = y;
    }

    public static String line(Curve curve, DoubleUnaryOperator x, DoubleUnaryOperator y) {
        var path = new SvgPath(curve, x, y);
        var drawing = false;
        for (var i = 0; i < curve.mean().length; i++) {
            var known = isKnown(curve, i);
            if (known) {
                path.point(drawing ? 'L' : 'M', i, curve.mean());
            }
            if (known && !drawing && !isKnown(curve, i + 1)) {
                path.data.append("h0");
            }
            drawing = known;
        }
        return path.data.toString();
    }

    private static boolean isKnown(Curve curve, int i) {
        return i < curve.mean().length && Double.isFinite(curve.mean()[i]);
    }

    public static String band(Curve curve, DoubleUnaryOperator x, DoubleUnaryOperator y) {
        var path = new SvgPath(curve, x, y);
        var from = 0;
        for (var i = 0; i <= curve.mean().length; i++) {
            if (i == curve.mean().length || !(Double.isFinite(curve.low()[i]) && Double.isFinite(curve.high()[i]))) {
                path.outline(from, i);
                from = i + 1;
            }
        }
        return path.data.toString();
    }

    private void outline(int from, int to) {
        if (from >= to) {
            return;
        }
        for (var i = from; i < to; i++) {
            point(i == from ? 'M' : 'L', i, curve.high());
        }
        for (var i = to - 1; i >= from; i--) {
            point('L', i, curve.low());
        }
        data.append('Z');
    }

    private void point(char command, int i, double[] values) {
        data.append(command)
                .append(Svg.coordinate(x.applyAsDouble(curve.second(i))))
                .append(' ')
                .append(Svg.coordinate(y.applyAsDouble(values[i])));
    }
}
