package io.goodput.logs.drawing;

import java.util.List;

/**
 * A picture.
 *
 * @param width in pixels
 * @param height likewise
 * @param label what it shows, for who does not see it
 * @param stretches whether it is as wide as its place, and holds no text; otherwise it keeps its size
 */
public record Drawing(double width, double height, String label, boolean stretches, List<Shape> shapes) {
    /** A part of a picture; its kind is a class of the style sheet. */
    public sealed interface Shape {
        /**
         * Shapes that belong together.
         *
         * @param title what is said of them when they are pointed at; may be empty
         * @param key what a page finds them by; may be empty
         */
        record Group(String kind, String title, String key, List<Shape> shapes) implements Shape {}

        /** A rectangle. */
        record Box(String kind, double x, double y, double width, double height) implements Shape {}

        /**
         * A line.
         *
         * @param data as of the attribute {@code d} of SVG, of numbers only
         */
        record Line(String kind, String data) implements Shape {}

        /** Text, from where its kind says. */
        record Label(String kind, double x, double y, String text) implements Shape {}
    }

    /** A tenth of a pixel is as fine as anyone sees. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
