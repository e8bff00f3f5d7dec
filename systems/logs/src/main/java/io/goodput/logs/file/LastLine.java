package io.goodput.logs.file;

/** Whether what stands after the last line feed is an object from its beginning to its end. */
final class LastLine {
    private LastLine() {}

    static boolean isWhole(byte[] bytes, int length) {
        int depth = 0;
        boolean inText = false;
        for (int i = 0; i < length; i++) {
            byte each = bytes[i];
            if (inText) {
                if (each == '\\') {
                    i++;
                } else if (each == '"') {
                    inText = false;
                }
            } else if (each == '"') {
                inText = true;
            } else if (each == '{' || each == '[') {
                depth++;
            } else if (each == '}' || each == ']') {
                depth--;
                if (depth == 0) {
                    return bytes[0] == '{' && isBlank(bytes, i + 1, length);
                }
            }
        }
        return false;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
