package io.goodput.erasure;

/**
 * Arithmetic on bytes as polynomials over GF(2) modulo {@code x^8 + x^4 + x^3 + x^2 + 1}: a sum is an exclusive or, and
 * every byte but 0 has an inverse.
 */
final class GaloisField {
    private static final int SIZE = 256;
    private static final int POLYNOMIAL = 0x11d;

    /** One row of products for each coefficient: 64 KB. */
    private static final byte[][] PRODUCTS = products();

    private GaloisField() {}

    private static byte[][] products() {
        byte[][] products = new byte[SIZE][SIZE];
        for (int a = 0; a < SIZE; a++) {
            for (int b = 0; b < SIZE; b++) {
                products[a][b] = (byte) slowProduct(a, b);
            }
        }
        return products;
    }

    private static int slowProduct(int a, int b) {
        int sum = 0;
        int shifted = a;
        for (int rest = b; rest != 0; rest >>>= 1) {
            sum ^= (rest & 1) == 0 ? 0 : shifted;
            shifted = shifted << 1 ^ (shifted >= SIZE / 2 ? POLYNOMIAL : 0);
        }
        return sum;
    }

    static int product(int a, int b) {
        return PRODUCTS[a][b] & 0xff;
    }

    /**
     * The number whose product with this one is 1.
     *
     * @param a 1 to 255
     */
    static int inverse(int a) {
        // a^255 = 1 for all of them, so the inverse is a^254.
        int power = 1;
        for (int i = 0; i < SIZE - 2; i++) {
            power = product(power, a);
        }
        return power;
    }

    /** {@code to += coefficient · from}, byte by byte. */
    static void addProduct(int coefficient, byte[] from, byte[] to) {
        addMapped(PRODUCTS[coefficient], from, to);
    }

    /**
     * A method of its own: where the loop finds its row in the table itself, C2 (JDK 25) makes it ten times as slow.
     */
    private static void addMapped(byte[] products, byte[] from, byte[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] ^= products[from[i] & 0xff];
        }
    }

    /** Of a square matrix that has one, by Gauss and Jordan. Changes what it is given. */
    static int[][] inverse(int[][] matrix) {
        int n = matrix.length;
        int[][] inverse = new int[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            while (matrix[pivot][column] == 0) {
                pivot++;
            }
            swap(matrix, pivot, column);
            swap(inverse, pivot, column);
            int factor = inverse(matrix[column][column]);
            scale(matrix[column], factor);
            scale(inverse[column], factor);
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    int times = matrix[row][column];
                    addRow(times, matrix[column], matrix[row]);
                    addRow(times, inverse[column], inverse[row]);
                }
            }
        }
        return inverse;
    }

    private static void swap(int[][] rows, int a, int b) {
        int[] row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
    }

    private static void scale(int[] row, int factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] = product(factor, row[i]);
        }
    }

    private static void addRow(int times, int[] from, int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] ^= product(times, from[i]);
        }
    }
}
