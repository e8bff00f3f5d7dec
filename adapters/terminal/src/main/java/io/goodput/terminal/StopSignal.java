package io.goodput.terminal;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells a command that runs until it is told to end that it is told so: by SIGTERM, after which it ends as if it were
 * done, or by SIGINT, after which its status says that it was interrupted. Whichever comes second ends the process at
 * once, for whoever sends it does not want to wait.
 *
 * <p>Java's own way, a shutdown hook, cannot tell one from the other, nor keep the status from being that of the
 * signal. {@code sun.misc.Signal} can, which the module {@code jdk.unsupported} exports for want of anything better;
 * javac warns of its name without a way to say that this is known, so it is looked up. Where it is not there, signals
 * do what they always did.
 */
public final class StopSignal {
    private final BlockingQueue<Integer> told = new LinkedBlockingQueue<>();

    private StopSignal() {}

    /** From now on. */
    public static StopSignal listen() {
        var stop = new StopSignal();
        stop.handle("TERM", ExitStatus.OK);
        stop.handle("INT", ExitStatus.INTERRUPTED);
        return stop;
    }

    /** The exit status, once it is told. */
    public int await() throws InterruptedException {
        return told.take();
    }

    /** The same; null if it was not told within that time. */
    public @Nullable Integer within(Duration time) throws InterruptedException {
        return told.poll(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
    private void handle(String name, int status) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object standard = handlers.getField("SIG_DFL").get(null);
            Object signal = signals.getConstructor(String.class).newInstance(name);
            Object handler = Proxy.newProxyInstance(
                    handlers.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, arguments) -> {
                        return switch (method.getName()) {
                            case "handle" -> {
                                set(signals, handlers, signal, standard);
                                told.add(status);
                                yield null;
                            }
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> name;
                        };
                    });
            set(signals, handlers, signal, handler);
        } catch (ReflectiveOperationException | RuntimeException withoutSignals) {
            System.getLogger(StopSignal.class.getName())
                    .log(System.Logger.Level.DEBUG, "SIG" + name + " does what it always did", withoutSignals);
        }
    }

    private static void set(Class<?> signals, Class<?> handlers, Object signal, Object handler)
            throws ReflectiveOperationException {
        signals.getMethod("handle", signals, handlers).invoke(null, signal, handler);
    }
}
