package io.goodput.lab.claim;

/** How the two sides of a claim are compared. */
public sealed interface Relation {
    /** True of these two. */
    boolean holds(double left, double right);

    /** By their order. */
    enum Order implements Relation {
        /** Less. */
        LESS {
            @Override
            public boolean holds(double left, double right) {
                return left < right;
            }
        },
        /** Not more. */
        AT_MOST {
            @Override
            public boolean holds(double left, double right) {
                return left <= right;
            }
        },
        /** More. */
        MORE {
            @Override
            public boolean holds(double left, double right) {
                return left > right;
            }
        },
        /** Not less. */
        AT_LEAST {
            @Override
            public boolean holds(double left, double right) {
                return left >= right;
            }
        },
        /** The same, to the last bit but for rounding: for counts and shares. */
        EQUAL {
            @Override
            public boolean holds(double left, double right) {
                return Math.abs(left - right) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right));
            }
        };

        private static final double ROUNDING = 1e-12;
    }

    /** At most that share of the right side apart. */
    record WithinShare(double share) implements Relation {
        @Override
        public boolean holds(double left, double right) {
            return Math.abs(left - right) <= share * Math.abs(right);
        }
    }

    /** At most that far apart. */
    record Within(double distance) implements Relation {
        @Override
        public boolean holds(double left, double right) {
            return Math.abs(left - right) <= distance;
        }
    }
}
