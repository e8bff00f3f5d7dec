package io.goodput.admission;

/**
 * Told what becomes of those that waited.
 *
 * @param <T> what is to be done
 */
public interface AdmissionAnswers<T> {
    /** It has a slot now. Must not serve it in place, but have it served. */
    void serve(T work);

    /** It is not served. */
    void shed(T work, Shed reason);
}
