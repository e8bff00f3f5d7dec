import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.retry.RetryPolicy;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What the answers of {@link java.net.http.HttpClient} mean to a guard. */
class HttpAnswers implements Classifier {
    private final Classifier others = Classifier.standard();

    @Override
    public Outcome ofValue(Object answer) {
        int status = ((HttpResponse<?>) answer).statusCode();
        return switch (status) {
            case 429, 503 -> Outcome.THROTTLED;
            case 408, 500, 502 -> Outcome.TRANSIENT_FAILURE;
            case 504 -> Outcome.TIMEOUT;
            default -> status < 400 ? Outcome.SUCCESS : Outcome.PERMANENT_FAILURE;
        };
    }

    @Override
    public Outcome ofError(Throwable error) {
        return others.ofError(error);
    }

    /** Retry-After in seconds; its other form, a date, is left alone. */
    @Override
    public Duration retryAfter(Object answer, Throwable error) {
        return answer instanceof HttpResponse<?> response
                ? response.headers().firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,6}"))
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                        .orElse(null)
                : null;
    }
}
