package io.goodput.admission;

/** Why a request is not served: which rule of load shedding it fell to. */
public enum Shed implements Admission {
    /** There was no room, and nothing of a lower priority waited. In LIFO order, the oldest makes room instead. */
    FULL,
    /** It waited, and had to make room for, or was given up before, one of a higher priority. */
    DISPLACED,
    /** It waited, and its tenant had more waiting than any other when there was no room. */
    OVER_SHARE,
    /** It waited for longer than the discipline or {@code maxWait} allows. */
    WAITED_TOO_LONG,
    /** Its deadline has passed. */
    EXPIRED,
    /** It would hardly be done before its deadline. */
    CANNOT_FINISH,
    /** More health pings at a time than {@code pings}. */
    PING_FLOOD
}
