package io.goodput.bench.telemetry;

/** A unit of work of an operation and a tenant. */
final class NamedUnit extends BenchUnit {
    private final int index;
    private final String operation;
    private final String tenant;

    NamedUnit(int index, String operation, String tenant) {
        this.index = index;
        this.operation = operation;
        this.tenant = tenant;
    }

    @Override
    public int operationIndex() {
        return index;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public String tenant() {
        return tenant;
    }
}
